/** How many letters are sent, to whom and from where: strangers can neither flood a mailbox nor shut its owner out. */
import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { askLetter, signIn } from "#lib/people/actions.ts";
import { asking, letterTo } from "#tests/support/letters.ts";
import { inTheWorld, vidzeme, visitor } from "#tests/support/people.ts";

const world = inTheWorld();
const [ilze, anna] = vidzeme.members.map(({ email }) => email) as [string, string];
const from = (network: string) => {
  const person = visitor();
  person.browser.headers["x-forwarded-for"] = network;
  return person;
};
const said = (words: RegExp) => ({ ok: false, refusal: expect.stringMatching(words) });

beforeEach(async () => void (await world.rows(null, "delete from auth.limits; delete from auth.sign_ins; delete from auth.sessions")));

test("five letters go to an address in ten minutes from where they are asked for, twenty in all", async () => {
  const email = "nobody@example.org";
  for (const network of ["198.51.100.7", "198.51.100.8", "198.51.100.9"]) {
    for (let at = 0; at < 5; at++) await asking(email, from(network));
    for (let at = 0; at < 5; at++) expect(await from(network).does(askLetter, { email: " Nobody@Example.org " })).toMatchObject(said(/Several letters/)); // which does not count
  }
  for (let at = 0; at < 5; at++) await asking(email, from("203.0.113.9"));
  expect(await from("203.0.113.10").does(askLetter, { email })).toMatchObject(said(/Several letters/));
  await asking(ilze);
});

test("whoever has signed in with this browser before gets their letter, though strangers have used up the twenty; a sign made up or given for somebody else is worth nothing", async () => {
  const { person, letter } = await letterTo(world, ilze);
  await person.does(signIn, { letter: letter.link });
  await world.rows(null, "delete from auth.limits");
  for (const network of ["198.51.100.8", "198.51.100.9", "198.51.100.10", "198.51.100.11"]) for (let at = 0; at < 5; at++) await asking(ilze, from(network));
  expect(await from("203.0.113.10").does(askLetter, { email: ilze })).toMatchObject(said(/Several letters/));
  for (let at = 0; at < 5; at++) await asking(ilze, person);
  expect(await person.does(askLetter, { email: ilze }), "five are five").toMatchObject(said(/Several letters/));
  const sign = String(person.browser.cookies.get("known"));
  for (const made of [`${randomUUID()}${sign.slice(36)}`, sign.slice(0, 36), "x"]) {
    const stranger = from("203.0.113.11");
    stranger.browser.cookies.set("known", made);
    expect(await stranger.does(askLetter, { email: ilze })).toMatchObject(said(/Several letters/));
  }
  for (const network of ["198.51.100.8", "198.51.100.9", "198.51.100.10", "198.51.100.11"]) for (let at = 0; at < 5; at++) await asking(anna, from(network));
  person.browser.headers["x-forwarded-for"] = "203.0.113.12";
  expect(await person.does(askLetter, { email: anna })).toMatchObject(said(/Several letters/));
  expect(sign).not.toContain("ilze");
});

test("thirty letters are asked for from one address of the network", async () => {
  for (let at = 0; at < 30; at++) await asking(`nobody${at}@example.org`);
  expect(await visitor().does(askLetter, { email: ilze })).toMatchObject(said(/very often/));
});
