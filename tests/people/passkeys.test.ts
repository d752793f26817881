/** People with accounts come in with their own device, and nobody else does. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import AccountPage from "#app/[locale]/account/page.tsx";
import { enter } from "#lib/access/enter.ts";
import { laidLetters } from "#lib/mail/mail.ts";
import { tellOfWay } from "#lib/people/account-letters.ts";
import { addPasskey, beginPasskey, preparePasskey, removePasskey, signInByPasskey } from "#lib/people/actions.ts";
import { device, type Device, type Wrong } from "#tests/support/device.ts";
import { later } from "#tests/support/letters.ts";
import { as, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";
import { countingStatements } from "#tests/support/statements.ts";

const world = inTheWorld();
const today = { goTo: "/en/at/vidzeme/today" };
const no = { ok: false, refusal: expect.stringContaining("That did not work. Please try once more, or have a letter sent to you.") };
const [ilze, anna] = vidzeme.members.map(({ email }) => email) as [string, string];
const whoIs = (person: Person) => person.sees(() => enter("vidzeme", "see network"));
const keys = () => world.rows<{ id: string; email: string; counter: string }>(null, "select k.id, email, counter from auth.passkeys k join auth.persons p on p.id = k.person_id order by k.created_at");
const onlyKey = async () => (await keys())[0]?.id ?? "";

/** The question that a deed hands out. */
async function asked(person: Person, deed = beginPasskey): Promise<string> {
  const answer = await person.does(deed);
  if (typeof answer !== "object" || !("ok" in answer) || !answer.ok || !answer.handed) throw new Error(`no question: ${JSON.stringify(answer)}`);
  return answer.handed;
}

/** Somebody of the cast with a device that their account knows. */
async function withDevice(key = "ilze"): Promise<{ person: Person; own: Device }> {
  const [person, own] = [await as(key), device()];
  expect(await person.does(addPasskey, { answer: own.make(await asked(person, preparePasskey)) })).toEqual({ goTo: "/en/account?passkey=added" });
  return { person, own };
}

const comesIn = async (own: Device, wrong: Wrong = {}, person = visitor()) => person.does(signInByPasskey, { answer: own.show(await asked(person), wrong) });

beforeEach(async () => void (await world.rows(null, "delete from auth.limits; delete from auth.passkeys; delete from auth.attempts; delete from auth.sessions; update auth.memberships set suspended_at = null")));

test("with a device that was added somebody comes in, in a new browser, to where their day begins", async () => {
  const { own } = await withDevice();
  const person = visitor();
  expect(await comesIn(own, {}, person)).toEqual(today);
  expect(await whoIs(person)).toMatchObject({ kind: "member", name: "Ilze" });
  expect(person.browser.cookies.has("try")).toBe(false);
  expect(await world.rows(null, "select counter, used_at is not null as used from auth.passkeys")).toEqual([{ counter: "1", used: true }]);
});

test("what the browser could do before ends with it, as with a letter", async () => {
  const { person, own } = await withDevice();
  const before = visitor();
  before.browser.cookies = new Map(person.browser.cookies);
  expect(await comesIn(own, {}, person)).toEqual(today);
  expect(await whoIs(before)).toMatchObject({ kind: "visitor" });
});

test("the question says for which address, wants to know who holds the device, and names nobody", async () => {
  const question = JSON.parse(await asked(visitor())) as Record<string, unknown>;
  expect(question).toMatchObject({ rpId: "localhost", userVerification: "required" });
  expect(question.allowCredentials ?? []).toEqual([]);
  expect(Buffer.from(String(question.challenge), "base64url")).toHaveLength(32);
});

describe("one plain sentence, and nobody is in, when", () => {
  const wrongs: [string, Wrong][] = [
    ["another address asked", { origin: "http://localhost:3001" }], ["a page that looks like ours asked", { origin: "http://localhost.example:3000" }],
    ["the device was asked for another host", { host: "evil.example" }], ["another question was answered", { challenge: Buffer.alloc(32, 7).toString("base64url") }],
    ["the device did not make sure who holds it", { unverified: true }], ["the key says it is another person's", { handle: Buffer.alloc(16, 1).toString("base64url") }],
    ["the key is nobody's", { id: "AAAAAAAAAAAAAAAAAAAAAA" }], ["the signature is another's", { signature: Buffer.alloc(70, 1).toString("base64url") }],
  ];
  test.each(wrongs)("%s", async (_what, wrong) => {
    const { own } = await withDevice();
    const person = visitor();
    expect(await comesIn(own, wrong, person)).toMatchObject(no);
    expect(person.browser.cookies.has("sid")).toBe(false);
    expect(await comesIn(own)).toEqual(today); // the device itself still works
  });

  test("the same answer comes again, in the same browser or with its cookies copied", async () => {
    const { own } = await withDevice();
    const [person, copy] = [visitor(), visitor()];
    const answer = own.show(await asked(person));
    copy.browser.cookies = new Map(person.browser.cookies);
    expect(await person.does(signInByPasskey, { answer })).toEqual(today);
    expect(await copy.does(signInByPasskey, { answer })).toMatchObject(no);
    expect(await person.does(signInByPasskey, { answer })).toMatchObject(no);
  });

  test("the question was used up by a wrong answer", async () => {
    const { own } = await withDevice();
    const person = visitor();
    const mark = async () => void person.browser.cookies.set("try", String(cookie));
    const question = await asked(person);
    const cookie = person.browser.cookies.get("try");
    expect(await person.does(signInByPasskey, { answer: own.show(question, { unverified: true }) })).toMatchObject(no);
    await mark();
    expect(await person.does(signInByPasskey, { answer: own.show(question) })).toMatchObject(no);
  });

  test("it answers what another browser was asked", async () => {
    const { own } = await withDevice();
    const [person, other] = [visitor(), visitor()];
    const question = await asked(person);
    await asked(other);
    expect(await other.does(signInByPasskey, { answer: own.show(question) })).toMatchObject(no);
    expect(await visitor().does(signInByPasskey, { answer: own.show(question) })).toMatchObject(no);
  });

  test("the question was asked for something else: to make a passkey", async () => {
    const { person, own } = await withDevice();
    const { challenge } = JSON.parse(await asked(person, preparePasskey)) as { challenge: string };
    expect(await person.does(signInByPasskey, { answer: own.show(JSON.stringify({ challenge, rpId: "localhost" })) })).toMatchObject(no);
  });

  test("it comes later than five minutes after the question", async () => {
    const { own } = await withDevice();
    const person = visitor();
    const question = await asked(person);
    await later(world, 5, async () => expect(await person.does(signInByPasskey, { answer: own.show(question) })).toMatchObject(no));
  });

  test("the device has signed more often before than it says now: there are two of it", async () => {
    const { own } = await withDevice();
    await world.rows(null, "update auth.passkeys set counter = 40");
    expect(await comesIn(own, { counter: 39 })).toMatchObject(no);
    expect(await comesIn(own, { counter: 40 })).toMatchObject(no);
    expect(await comesIn(own, { counter: 41 })).toEqual(today);
  });

  test("the key was removed, or its owner is suspended", async () => {
    const { person, own } = await withDevice();
    await world.rows(null, "update auth.memberships set suspended_at = moment() where person_id = (select id from auth.persons where email = $1)", [ilze]);
    expect(await comesIn(own)).toMatchObject(no);
    await world.rows(null, "update auth.memberships set suspended_at = null");
    expect(await person.does(removePasskey, { passkey: await onlyKey() })).toEqual({ goTo: "/en/account?passkey=removed" });
    expect(await comesIn(own)).toMatchObject(no);
  });

  test("an answer for making one is taken for showing one", async () => {
    const person = visitor();
    expect(await person.does(signInByPasskey, { answer: device().make(JSON.stringify({ ...(JSON.parse(await asked(person)) as object), rp: { id: "localhost" }, user: { id: "AAAA" } })) })).toMatchObject({ ok: false });
  });
});

test.each(["", "{", "[]", "null", '{"id":1}', '{"__proto__":{}}', "\0", `"${"a".repeat(50_000)}"`])("%j is no answer of a device", async (answer) => {
  const person = visitor();
  await asked(person);
  expect(await person.does(signInByPasskey, { answer })).toMatchObject({ ok: false });
});

test("of twenty at once with one answer one comes in", async () => {
  const { own } = await withDevice();
  const person = visitor();
  const answer = own.show(await asked(person));
  const copies = Array.from({ length: 20 }, () => {
    const copy = visitor();
    copy.browser.cookies = new Map(person.browser.cookies);
    return copy;
  });
  const answers = await Promise.all(copies.map((copy) => copy.does(signInByPasskey, { answer })));
  expect(answers.filter((said) => JSON.stringify(said) === JSON.stringify(today))).toHaveLength(1);
});

describe("adding a device", () => {
  test("is told its person by a letter, in their language, with the way to remove it", async () => {
    await withDevice("anna");
    await tellOfWay(await onlyKey());
    const [letter] = await laidLetters();
    expect(letter).toMatchObject({ to: anna });
    expect(letter?.text).toContain("/account");
    const [job] = await world.rows<{ data: unknown }>(null, "select data from pgboss.job where name = 'send-way-added' order by created_on desc limit 1");
    expect(job?.data).toEqual({ id: await onlyKey() });
  });

  test("counts only for who was asked: a question for one is worth nothing to another, nor one for showing, nor an old one", async () => {
    const [person, other] = [await as("ilze"), await as("anna")];
    const question = await asked(person, preparePasskey);
    other.browser.cookies.set("try", String(person.browser.cookies.get("try")));
    const refused = { ok: false, refusal: expect.stringContaining("could not be added") };
    expect(await other.does(addPasskey, { answer: device().make(question) })).toMatchObject(refused);
    expect(await person.does(addPasskey, { answer: device().make(question) })).toMatchObject(refused);
    const [shown] = [JSON.parse(await asked(person)) as object];
    expect(await person.does(addPasskey, { answer: device().make(JSON.stringify({ ...shown, rp: { id: "localhost" }, user: { id: "AAAA" } })) })).toMatchObject(refused);
    for (const wrong of [{ origin: "http://localhost:3001" }, { host: "evil.example" }, { unverified: true }, { challenge: "AAAA" }]) expect(await person.does(addPasskey, { answer: device().make(await asked(person, preparePasskey), wrong) })).toMatchObject(refused);
    const late = await asked(person, preparePasskey);
    await later(world, 5, async () => expect(await person.does(addPasskey, { answer: device().make(late) })).toMatchObject(refused));
    expect(await keys()).toEqual([]);
  });

  test("goes ten times, and a device that is known is not added twice", async () => {
    const person = await as("ilze");
    for (let at = 0; at < 10; at++) await person.does(addPasskey, { answer: device().make(await asked(person, preparePasskey)) });
    expect(await person.does(preparePasskey)).toMatchObject({ ok: false, refusal: expect.stringContaining("10 devices") });
    await world.rows(null, "delete from auth.passkeys where ctid not in (select min(ctid) from auth.passkeys)");
    const { excludeCredentials } = JSON.parse(await asked(person, preparePasskey)) as { excludeCredentials: unknown[] };
    expect(excludeCredentials).toHaveLength(1);
  });

  test("is nothing a visitor can do", async () => {
    expect(await visitor().does(preparePasskey)).toMatchObject({ ok: false, refusal: expect.stringContaining("prove first") });
  });
});

test("somebody sees and removes their own devices, and nobody else's", async () => {
  const [{ person }, other] = [await withDevice("ilze"), await as("anna")];
  const account = async (who: Person) => JSON.stringify(await who.sees(() => AccountPage({ params: Promise.resolve({ locale: "en" }), searchParams: Promise.resolve({}) } as never)));
  const id = await onlyKey();
  expect(await account(person)).toContain(id);
  expect(await account(other)).not.toContain(id);
  for (const passkey of [id, randomUUID()]) expect(await other.does(removePasskey, { passkey })).toBe("not found");
  expect(await keys()).toHaveLength(1);
  expect(await person.does(removePasskey, { passkey: id })).toEqual({ goTo: "/en/account?passkey=removed" });
});

test("what lies in the database signs nothing: neither the question's mark nor a private key", async () => {
  const { own } = await withDevice();
  const person = visitor();
  own.show(await asked(person));
  const [row] = await world.rows<{ line: string }>(null, "select attempts::text as line from auth.attempts");
  expect(row?.line).not.toContain(String(person.browser.cookies.get("try")));
});

test("coming in with a device takes at most nine statements", async () => {
  const { own } = await withDevice();
  const person = visitor();
  const answer = own.show(await asked(person));
  expect(await countingStatements(async () => expect(await person.does(signInByPasskey, { answer })).toEqual(today))).toBeLessThanOrEqual(9);
});
