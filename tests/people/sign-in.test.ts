import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import LetterPage from "#app/[locale]/sign-in/letter/page.tsx";
import { enter } from "#lib/access/enter.ts";
import { askLetter, signIn } from "#lib/people/actions.ts";
import { sendWayIn } from "#lib/people/signing-in-letter.ts";
import { laidLetters } from "#lib/mail/mail.ts";
import { writing } from "#tests/isolation/written.ts";
import { asking, later, letterTo } from "#tests/support/letters.ts";
import { dithmarschen, inTheWorld, isSentOn, vidzeme, visitor, type Person } from "#tests/support/people.ts";
import { countingStatements } from "#tests/support/statements.ts";

const world = inTheWorld();
const [ilze, anna] = vidzeme.members.map(({ email }) => email) as [string, string];
const today = { goTo: "/en/at/vidzeme/today" };
const from = (network: string) => {
  const person = visitor();
  person.browser.headers["x-forwarded-for"] = network;
  return person;
};
const whoIs = (person: Person) => person.sees(() => enter("vidzeme", "see network"));
const opens = (person: Person, letter?: string) => person.sees(() => LetterPage({ params: Promise.resolve({ locale: "en" }), searchParams: Promise.resolve({ letter }) } as never));
const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
const said = (words: RegExp) => ({ ok: false, refusal: expect.stringMatching(words) });
const over = said(/does not work any more/);
const joined = () => world.rows<{ email: string; place: string }>(null, "select email, coalesce(provider_id, programme_id)::text as place from auth.memberships join auth.persons on persons.id = person_id where joined_at is not null");
const sessions = async (email: string) => (await world.rows(null, "select from auth.sessions join auth.persons on persons.id = person_id where email = $1", [email])).length;

beforeEach(async () => void (await world.rows(null, "delete from auth.limits; delete from auth.sign_ins; delete from auth.sessions")));

test("the link opens in the browser that asked: one button", async () => {
  const { person, letter } = await letterTo(world, ilze);
  expect(JSON.stringify(await opens(person, letter.link))).toContain("You are about to sign in");
  expect(await person.does(signIn, { letter: letter.link })).toEqual(today);
  expect(await whoIs(person)).toMatchObject({ kind: "member", name: "Ilze" });
  expect(person.browser.cookies.has("ask")).toBe(false);
});

test("in another browser the link wants the six digits as well", async () => {
  const { letter } = await letterTo(world, ilze);
  const phone = visitor();
  expect(JSON.stringify(await opens(phone, letter.link))).toContain("six digits");
  expect(await phone.does(signIn, { letter: letter.link })).toMatchObject(said(/link alone is not enough/));
  expect(await phone.does(signIn, { letter: letter.link, digits: "" })).toMatchObject({ ok: false, fields: { digits: expect.stringMatching(/six digits/) } });
  expect(await phone.does(signIn, { letter: letter.link, digits: `${letter.digits.slice(0, 3)} ${letter.digits.slice(3)}` })).toEqual(today);
});

test("read on the phone, the digits are typed where it was asked for", async () => {
  const { person, letter } = await letterTo(world, ilze);
  expect(JSON.stringify(await opens(person))).toContain("letter is on its way");
  expect(await person.does(signIn, { digits: letter.digits })).toEqual(today);
});

test("digits without the link are worth nothing in another browser, nor is a link that somebody has changed", async () => {
  const { letter } = await letterTo(world, ilze);
  expect(await visitor().does(signIn, { digits: letter.digits })).toMatchObject(over);
  for (const link of [`${letter.link.slice(0, -1)}${letter.link.endsWith("A") ? "B" : "A"}`, letter.id, `${randomUUID()}${letter.link.slice(36)}`, `${letter.link} `, "x", "\0"]) {
    expect(await visitor().does(signIn, { letter: link, digits: letter.digits })).toMatchObject({ ok: false });
  }
  expect(await sessions(ilze)).toBe(0);
});

test("five times wrong digits end the letter, for its link too", async () => {
  const { person, letter } = await letterTo(world, ilze);
  for (let at = 0; at < 5; at++) expect(await person.does(signIn, { digits: wrong(letter.digits) })).toMatchObject(said(/not the digits/));
  expect(await person.does(signIn, { digits: letter.digits })).toMatchObject(over);
  expect(await person.does(signIn, { letter: letter.link })).toMatchObject(over);
});

test("thirty guesses at once are five", async () => {
  const { person, letter } = await letterTo(world, ilze);
  await Promise.all(Array.from({ length: 30 }, () => person.does(signIn, { digits: wrong(letter.digits) })));
  expect(await world.rows(null, "select tries from auth.sign_ins")).toEqual([{ tries: 5 }]);
});

test("after thirty wrong digits in a day right ones are not enough, but the link is, in the browser that asked or with the digits", async () => {
  const { person, letter } = await letterTo(world, ilze);
  await world.rows(null, "insert into auth.sign_ins (id, person_id, browser_hash, language, tries, expires_at) select gen_random_uuid(), person_id, '\\x00', 'en', 5, moment() from auth.sign_ins, generate_series(1, 6)");
  expect(await person.does(signIn, { digits: letter.digits })).toMatchObject(said(/not the digits/));
  expect(await person.does(signIn, { letter: letter.link })).toEqual(today);
  const next = await letterTo(world, ilze);
  expect(await visitor().does(signIn, { letter: next.letter.link, digits: next.letter.digits })).toEqual(today);
});

test("who asks and guesses for somebody else does not keep them out", async () => {
  for (let at = 0; at < 5; at++) {
    const { person, letter } = await letterTo(world, ilze);
    for (let guess = 0; guess < 5; guess++) await person.does(signIn, { digits: wrong(letter.digits) });
  }
  await later(world, 10, async () => {
    const sixth = await letterTo(world, ilze);
    for (let guess = 0; guess < 5; guess++) await sixth.person.does(signIn, { digits: wrong(sixth.letter.digits) });
    for (let at = 0; at < 4; at++) await asking(ilze);
    expect(await visitor().does(askLetter, { email: ilze })).toMatchObject(said(/Several letters/));
    const { person, letter } = await letterTo(world, ilze, from("203.0.113.9"));
    expect(await person.does(signIn, { digits: letter.digits })).toMatchObject(said(/open the address/)); // told the way that works
    expect(await person.does(signIn, { letter: letter.link })).toEqual(today);
  });
});

test("a letter works for ten minutes and once", async () => {
  const { person, letter } = await letterTo(world, ilze);
  await later(world, 10, async () => expect(await person.does(signIn, { letter: letter.link })).toMatchObject(over));
  expect(await person.does(signIn, { letter: letter.link })).toEqual(today);
  expect(await person.does(signIn, { letter: letter.link, digits: letter.digits })).toMatchObject(over);
  expect(JSON.stringify(await opens(person, letter.link))).toContain("does not work any more");
});

test("of twenty at once one comes in", async () => {
  const { person, letter } = await letterTo(world, ilze);
  const copies = Array.from({ length: 20 }, () => {
    const copy = visitor();
    copy.browser.cookies = new Map(person.browser.cookies);
    return copy;
  });
  const answers = await Promise.all(copies.map((copy) => copy.does(signIn, { letter: letter.link })));
  expect(answers.filter(isSentOn)).toEqual([today]);
  expect(await sessions(ilze)).toBe(1);
});

test("to open the letter's page changes nothing, however often and by whomever", async () => {
  const { person, letter } = await letterTo(world, ilze);
  const { wrote } = await writing(world, () => Promise.all([person, visitor(), person, visitor()].map((one) => opens(one, letter.link))));
  expect(wrote).toEqual([]);
  expect(await person.does(signIn, { letter: letter.link })).toEqual(today);
});

test("an address that is nobody's gets the same answer by the same steps, and no letter", async () => {
  const asks = (email: string) => countingStatements(() => asking(email));
  await world.rows(null, "update auth.memberships set suspended_at = moment() where person_id = (select id from auth.persons where email = $1)", [anna]);
  const [known, unknown, suspended] = [await asks(ilze), await asks("nobody@example.org"), await asks(anna)];
  expect([unknown, suspended]).toEqual([known, known]);
  expect(known).toBeLessThanOrEqual(9);
  const before = (await laidLetters()).length;
  const nobodys = await world.rows<{ id: string }>(null, "select id from auth.sign_ins where person_id is null");
  expect(nobodys).toHaveLength(2);
  for (const { id } of nobodys) await sendWayIn(id);
  expect((await laidLetters()).length).toBe(before);
  expect(await world.rows(null, "select count(*)::int as jobs from pgboss.job where name = 'send-sign-in' and data->>'id' in (select id::text from auth.sign_ins)")).toEqual([{ jobs: 3 }]);
  await world.rows(null, "update auth.memberships set suspended_at = null");
});

test("who is suspended after asking gets no letter any more, and one that lies there opens nothing", async () => {
  const { person, letter } = await letterTo(world, anna);
  await world.rows(null, "update auth.memberships set suspended_at = moment() where person_id = (select id from auth.persons where email = $1)", [anna]);
  const before = (await laidLetters()).length;
  await sendWayIn(letter.id);
  expect((await laidLetters()).length).toBe(before);
  expect(await person.does(signIn, { letter: letter.link, digits: letter.digits })).toMatchObject({ ok: false });
  expect(await sessions(anna)).toBe(0);
  await world.rows(null, "update auth.memberships set suspended_at = null");
});

test("whoever asked for nobody may guess the digits and still be nobody", async () => {
  const { letterDigits } = await import("#lib/access/letter.ts");
  const person = await asking("nobody@example.org");
  const [asked] = await world.rows<{ id: string }>(null, "select id from auth.sign_ins");
  expect(await person.does(signIn, { digits: letterDigits(String(asked?.id)) })).toMatchObject(said(/not the digits/));
  expect(person.browser.cookies.has("sid")).toBe(false);
});

test.each(["", "ilze", "ilze@", "@example.org", "ilze@example", "ilze@exa mple.org", "ilze＠example.org", "ilze@example.org\r\nBcc: all@example.org", "ilze@ex\u212Aample.org", `${"i".repeat(300)}@example.org`, "a@b.c,d@e.f"])("%j is no address", async (email) => {
  expect(await visitor().does(askLetter, { email })).toMatchObject({ ok: false, fields: { email: expect.any(String) } });
});

test("the letter speaks the language it was asked in, and names nobody else", async () => {
  const person = visitor();
  person.browser.language = "en";
  const { letter } = await letterTo(world, ilze, person);
  expect(letter.text).toMatch(/^Hello Ilze/);
  expect(letter.text).toContain(`http://localhost:3000/en/sign-in/letter?letter=${letter.link}`);
  expect(letter.text).toContain(`${letter.digits.slice(0, 3)} ${letter.digits.slice(3)}`);
  person.browser.language = "lv";
  expect((await letterTo(world, ilze, person)).letter.text).toContain("http://localhost:3000/lv/sign-in/letter?letter=");
});

test("neither the link's secret nor the digits lie in the database", async () => {
  const { letter } = await letterTo(world, ilze);
  const [row] = await world.rows<{ line: string }>(null, "select sign_ins::text as line from auth.sign_ins");
  expect(row?.line).not.toContain(letter.link.slice(37));
  expect(row?.line).not.toContain(letter.digits);
});

test("the first sign-in says of somebody with one place that they have joined", async () => {
  await world.rows(null, "update auth.memberships set joined_at = null");
  const { person, letter } = await letterTo(world, anna);
  expect(await person.does(signIn, { letter: letter.link })).toEqual(today);
  expect(await joined()).toEqual([{ email: anna, place: vidzeme.id }]);
});

test("an invitation from elsewhere changes nothing for who works here, and is not answered by signing in", async () => {
  await world.rows(null, "update auth.memberships set joined_at = moment()");
  await world.rows(null, "insert into auth.memberships (id, person_id, provider_id, member_id, role) select gen_random_uuid(), id, $2, gen_random_uuid(), 'leader' from auth.persons where email = $1", [anna, dithmarschen.id]);
  const comesIn = async () => {
    const { person, letter } = await letterTo(world, anna);
    return person.does(signIn, { letter: letter.link });
  };
  expect(await comesIn()).toEqual(today);
  expect(await joined()).not.toContainEqual({ email: anna, place: dithmarschen.id });
  await world.rows(null, "update auth.memberships set joined_at = null");
  expect(await comesIn()).toEqual({ goTo: "/en/account" }); // two invitations: they choose
  expect(await joined()).toEqual([]);
  await world.rows(null, "update auth.memberships set joined_at = moment()");
  expect(await comesIn()).toEqual({ goTo: "/en/account" });
});

test("what the browser could do before ends with the sign-in, and the secret is new", async () => {
  const { person, letter } = await letterTo(world, ilze);
  await person.does((await import("#lib/ideas/actions.ts")).keepDraft, { id: randomUUID(), network: "ozolmuiza", step: "what", what: "Half an idea", spoke: "self" });
  const before = visitor();
  before.browser.cookies = new Map(person.browser.cookies);
  expect(await whoIs(before)).toMatchObject({ kind: "participant" });
  expect(await person.does(signIn, { letter: letter.link })).toEqual(today);
  expect(person.browser.cookies.get("sid")).not.toBe(before.browser.cookies.get("sid"));
  expect(await whoIs(before)).toMatchObject({ kind: "visitor" });
});

test("signing in takes at most nine statements", async () => {
  const { person, letter } = await letterTo(world, ilze);
  expect(await countingStatements(async () => expect(await person.does(signIn, { digits: letter.digits })).toEqual(today))).toBeLessThanOrEqual(9);
});
