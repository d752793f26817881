/** People with accounts come in through their organisation's own sign-in, which proves an address and makes no accounts. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { GET } from "#app/api/sign-in/outside/route.ts";
import AccountPage from "#app/[locale]/account/page.tsx";
import { OutsideForm } from "#components/people/outside-form.tsx";
import { enter } from "#lib/access/enter.ts";
import { laidLetters } from "#lib/mail/mail.ts";
import { tellOfWay } from "#lib/people/account-letters.ts";
import { changeRoles, connectOutside, disconnectOutside, signInOutside } from "#lib/people/actions.ts";
import { wayOutside } from "#lib/people/signing-in-outside.ts";
import { writing } from "#tests/isolation/written.ts";
import { openHouseKey, throughHouseKey } from "#tests/support/house-key.ts";
import { later } from "#tests/support/letters.ts";
import { as, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const origin = String(process.env.APP_ORIGIN);
const back = `${origin}/api/sign-in/outside`;
const [house, other] = [await openHouseKey(origin, { inToken: false }), await openHouseKey(origin)];
Object.assign(process.env, { OIDC_ISSUER: house.issuer, OIDC_CLIENT_ID: "sempre", OIDC_CLIENT_SECRET: house.secret, OIDC_NAME: "House key" });
afterAll(() => Promise.all([house.stop(), other.stop()]));

const world = inTheWorld();
const emailOf = (key: string) => String(vidzeme.members.find((member) => member.key === key)?.email);
const [today, no] = [`${origin}/en/at/vidzeme/today`, `${origin}/en/sign-in/outside?no=1`];
const whoIs = (person: Person) => person.sees(() => enter("vidzeme", "see network"));
const connected = () => world.rows<{ email: string; subject: string; issuer: string; id: string }>(null, "select o.id, email, subject, issuer from auth.outside_identities o join auth.persons p on p.id = o.person_id where removed_at is null order by o.created_at, email");

/** Sets out; answers the address at the sign-in outside. */
async function setOut(person: Person, deed = signInOutside): Promise<URL> {
  expect(await person.does(deed)).toEqual({ goTo: "/en/sign-in/outside" });
  return new URL(String(await person.sees(() => wayOutside())));
}

/** Comes back with what the sign-in outside said; answers where to go on. */
async function comesBack(person: Person, answer: URL): Promise<string> {
  const response = await person.sees(() => GET(new Request(answer)));
  if (response === "not found") return response;
  expect([response.status, response.headers.get("cache-control")]).toEqual([303, "private, no-store"]);
  return String(response.headers.get("location"));
}

/** The whole way, with what may go wrong on it. */
async function comesIn(person: Person, { deed = signInOutside, there = (address: URL) => address, home = (answer: URL) => answer } = {}): Promise<string> {
  return comesBack(person, home(await throughHouseKey(there(await setOut(person, deed)).href, back)));
}
const changed = (name: string, value: string | null) => (address: URL) => {
  const copy = new URL(address);
  if (value === null) copy.searchParams.delete(name);
  else copy.searchParams.set(name, value);
  return copy;
};

beforeEach(async () => {
  await world.rows(null, "delete from auth.limits; delete from auth.outside_identities; delete from auth.attempts; delete from auth.sessions; update auth.memberships set suspended_at = null");
  house.desk.now = { sub: "ilze-at-home", email: emailOf("ilze"), email_verified: true };
});

test("somebody who was invited comes in by an address that was verified there; the first time connects them, and they are told", async () => {
  const person = visitor();
  expect(await comesIn(person)).toBe(today);
  expect(await whoIs(person)).toMatchObject({ kind: "member", name: "Ilze" });
  expect(person.browser.cookies.has("try")).toBe(false);
  const [connection] = await connected();
  expect(connection).toMatchObject({ email: emailOf("ilze"), subject: "ilze-at-home", issuer: house.issuer });
  expect(await world.rows(null, "select data from pgboss.job where name = 'send-way-added'")).toEqual([{ data: { id: connection?.id } }]);
  await tellOfWay(String(connection?.id));
  expect((await laidLetters())[0]).toMatchObject({ to: emailOf("ilze"), text: expect.stringContaining("House key") });
});

test("the next time they are known by their name there, whatever their address is now", async () => {
  await comesIn(visitor());
  house.desk.now = { sub: "ilze-at-home", email: "ilze@new.example.org", email_verified: true };
  const person = visitor();
  expect(await comesIn(person)).toBe(today);
  house.desk.now = { sub: "ilze-at-home" };
  expect(await comesIn(visitor())).toBe(today);
  expect(await connected()).toHaveLength(1);
});

test("the way there asks for a code that is ours alone, for this question, and for when somebody signed in there", async () => {
  const way = await setOut(visitor());
  expect(way.origin).toBe(house.issuer);
  expect(Object.fromEntries(way.searchParams)).toMatchObject({ response_type: "code", code_challenge_method: "S256", redirect_uri: back, max_age: "28800", scope: "openid email" });
  for (const name of ["state", "nonce", "code_challenge"]) expect(way.searchParams.get(name)).toHaveLength(43);
});

describe("nobody is in, by the same page for all, when", () => {
  const refused = async (person: Person, answer: string) => {
    expect(answer).toBe(no);
    expect(await whoIs(person)).toMatchObject({ kind: "visitor" });
    expect(await connected()).toEqual([]);
  };

  test.each([["not verified", { email_verified: false }], ["not said to be verified", {}], ["none", { email: undefined, email_verified: true }], ["of nobody here", { email: "nobody@example.org", email_verified: true }], ["one that only looks like it", { email: emailOf("ilze").replace("@", "＠"), email_verified: true }]])("their address is %s", async (_what, said) => {
    house.desk.now = { sub: "somebody", email: emailOf("ilze"), ...said };
    const person = visitor();
    await refused(person, await comesIn(person));
  });

  test("no account is ever made", async () => {
    house.desk.now = { sub: "stranger", email: "stranger@example.org", email_verified: true };
    const { wrote } = await writing(world, () => comesIn(visitor()));
    expect(wrote).toEqual([]);
  });

  test.each([["the state is another's", changed("state", "x".repeat(43))], ["there is no state", changed("state", null)], ["another issuer answers", changed("iss", "https://evil.example")], ["the code is another's", changed("code", "x".repeat(43))], ["there is no code", changed("code", null)], ["it says no", changed("error", "access_denied")]])("%s", async (_what, home) => {
    const person = visitor();
    await refused(person, await comesIn(person, { home }));
  });

  test("the token was made for another question", async () => {
    const person = visitor();
    await refused(person, await comesIn(person, { there: changed("nonce", "y".repeat(43)) }));
  });

  test("another sign-in of the same kind answers in its place", async () => {
    other.desk.now = house.desk.now;
    const person = visitor();
    await refused(person, await comesIn(person, { there: (way) => new URL(way.href.replace(house.issuer, other.issuer)) }));
  });

  test("another browser comes back, or one that has set out for something else", async () => {
    const [person, thief] = [visitor(), visitor()];
    const answer = await throughHouseKey((await setOut(person)).href, back);
    await refused(thief, await comesBack(thief, answer));
    await setOut(thief);
    await refused(thief, await comesBack(thief, answer));
  });

  test("it takes longer than ten minutes", async () => {
    const person = visitor();
    const answer = await throughHouseKey((await setOut(person)).href, back);
    await later(world, 10, async () => refused(person, await comesBack(person, answer)));
  });

  test("they are suspended, when they come for the first time or later", async () => {
    const suspended = "update auth.memberships set suspended_at = moment() where person_id = (select id from auth.persons where email = $1)";
    await world.rows(null, suspended, [emailOf("ilze")]);
    const person = visitor();
    await refused(person, await comesIn(person));
    await world.rows(null, "update auth.memberships set suspended_at = null");
    await comesIn(visitor());
    await world.rows(null, suspended, [emailOf("ilze")]);
    expect(await comesIn(visitor())).toBe(no);
  });

  test("the answer comes a second time, also with the browser's mark put back", async () => {
    const person = visitor();
    const way = await setOut(person);
    const mark = String(person.browser.cookies.get("try"));
    const answer = await throughHouseKey(way.href, back);
    expect(await comesBack(person, answer)).toBe(today);
    const copy = visitor();
    for (const again of [person, copy]) {
      again.browser.cookies.set("try", mark);
      expect(await comesBack(again, answer)).toBe(no);
    }
    expect(await whoIs(copy)).toMatchObject({ kind: "visitor" });
  });

  test("somebody else there has the address of one who is connected", async () => {
    await comesIn(visitor());
    house.desk.now = { ...house.desk.now, sub: "somebody-else" };
    expect(await comesIn(visitor())).toBe(no);
    expect(await connected()).toHaveLength(1);
  });
});

describe("a second name there", () => {
  test("is connected by who is signed in and has just proved it, whatever its address", async () => {
    const person = await as("ilze");
    house.desk.now = { sub: "ilze-at-the-club" };
    expect(await comesIn(person, { deed: connectOutside })).toBe(`${origin}/en/account?outside=connected`);
    expect(await comesIn(visitor())).toBe(today);
    expect(await person.sees(async () => JSON.stringify(await AccountPage({ params: Promise.resolve({ locale: "en" }), searchParams: Promise.resolve({}) } as never)))).toContain((await connected())[0]?.id);
  });

  test("wants the proof when setting out, and still when coming back; and the same person", async () => {
    const person = await as("ilze");
    const answer = await throughHouseKey((await setOut(person, connectOutside)).href, back);
    await world.rows(null, "update auth.sessions set proved_at = moment() - interval '15 minutes'");
    expect(await comesBack(person, answer)).toBe(no);
    expect(await person.does(connectOutside)).toMatchObject({ ok: false, refusal: expect.stringContaining("prove first") });
    const [other, anna] = [await as("ilze"), await as("anna")];
    const theirs = await throughHouseKey((await setOut(other, connectOutside)).href, back);
    anna.browser.cookies.set("try", String(other.browser.cookies.get("try")));
    expect(await comesBack(anna, theirs)).toBe(no);
    expect(await connected()).toEqual([]);
  });

  test("that is another's already stays theirs", async () => {
    await comesIn(visitor());
    expect(await comesIn(await as("anna"), { deed: connectOutside })).toBe(no);
    expect((await connected()).map(({ email }) => email)).toEqual([emailOf("ilze")]);
  });

  test("is removed by its own person, and not found for others", async () => {
    await comesIn(visitor());
    const [own, identity] = [await as("ilze"), String((await connected())[0]?.id)];
    for (const name of [identity, randomUUID()]) expect(await (await as("anna")).does(disconnectOutside, { identity: name })).toBe("not found");
    expect(await own.does(disconnectOutside, { identity })).toEqual({ goTo: "/en/account?outside=removed" });
    expect(await connected()).toEqual([]);
  });

  test("that was removed lets nobody in, until its person connects it again on their account page", async () => {
    await comesIn(visitor());
    const [own, identity] = [await as("ilze"), String((await connected())[0]?.id)];
    await own.does(disconnectOutside, { identity });
    expect(await comesIn(visitor())).toBe(no);
    expect(await comesIn(own, { deed: connectOutside })).toContain("outside=connected");
    expect(await comesIn(visitor())).not.toBe(no);
    expect(await comesIn(own, { deed: connectOutside })).toContain("outside=connected"); // once more changes nothing
    expect((await connected()).length).toBe(1);
  });

  test("that was removed may be somebody else's afterwards", async () => {
    await comesIn(visitor());
    await (await as("ilze")).does(disconnectOutside, { identity: String((await connected())[0]?.id) });
    expect(await comesIn(await as("anna"), { deed: connectOutside })).toContain("outside=connected");
    expect((await connected()).map(({ email }) => email)).toEqual([emailOf("anna")]);
  });
});

test("who signed in there long ago has not proved lately who they are", async () => {
  house.desk.now = { sub: "liene", email: emailOf("liene"), email_verified: true };
  const liene = visitor();
  await comesIn(liene);
  const form = { member: String(vidzeme.members[0]?.member), staff: "yes", leader: "yes" };
  expect(await liene.does(changeRoles, form)).toMatchObject({ ok: true });
  const [{ at } = { at: new Date() }] = await world.rows<{ at: Date }>(null, "select proved_at as at from auth.sessions");
  expect(Math.abs(Date.now() - at.getTime())).toBeLessThan(30_000);
  await later(world, 16, async () => {
    const later = visitor();
    await comesIn(later);
    expect(await later.does(changeRoles, form)).toMatchObject({ ok: false, refusal: expect.stringContaining("prove first") });
  });
});

test("the button says what people call it", async () => {
  expect(await visitor().sees(async () => JSON.stringify(await OutsideForm()))).toContain("Sign in with House key");
});

test("when it is away meanwhile, nobody is in", async () => {
  const person = visitor();
  const answer = await throughHouseKey((await setOut(person)).href, back);
  await house.stop();
  expect(await comesBack(person, answer)).toBe(no);
  expect(await whoIs(person)).toMatchObject({ kind: "visitor" });
});
