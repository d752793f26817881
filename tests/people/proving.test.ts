/** Who changes what others may do proves first that it is they: a screen left open is not enough. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import ProvePage from "#app/[locale]/account/prove/page.tsx";
import { allAbilities, wantsProof } from "#lib/access/abilities.ts";
import { enter } from "#lib/access/enter.ts";
import { letterDigits, proofDigits } from "#lib/access/letter.ts";
import { laidLetters } from "#lib/mail/mail.ts";
import { sendProof } from "#lib/people/account-letters.ts";
import { addPasskey, askProof, beginPasskey, changeRoles, inviteMember, preparePasskey, proveByLetter, proveByPasskey, signIn, suspendMember } from "#lib/people/actions.ts";
import { inviteProvider } from "#lib/programmes/actions.ts";
import { programme, world as places } from "#prisma/world.ts";
import { writing } from "#tests/isolation/written.ts";
import { device } from "#tests/support/device.ts";
import { later, letterTo } from "#tests/support/letters.ts";
import { as, inTheWorld, vidzeme, visitor, type Answer, type Person } from "#tests/support/people.ts";
import { countingStatements } from "#tests/support/statements.ts";

const world = inTheWorld();
const [ilze] = vidzeme.members;
const first = { ok: false, refusal: expect.stringContaining("Please prove first that it is you"), way: { href: "/en/account/prove", label: expect.stringContaining("new window") } };
const done = { goTo: "/en/account/prove?done=1" };
const roles = { member: String(ilze?.member), staff: "yes", leader: "yes" };
const invitation = () => ({ id: randomUUID(), name: "Kristīne", email: `${randomUUID()}@example.org`, reads: "lv", staff: "yes" });
const left = (person: Person, minutes: number) => world.rows(null, `update auth.sessions set proved_at = moment() - interval '${minutes} minutes' where person_id = (select person_id from auth.memberships where member_id = $1 limit 1)`, [memberOf(person)]);
const members = new Map<Person, string>();
const memberOf = (person: Person) => members.get(person);

/** Somebody of the cast who proved so long ago who they are. */
async function since(minutes: number, key = "liene"): Promise<Person> {
  const person = await as(key);
  members.set(person, String(vidzeme.members.find((member) => member.key === key)?.member));
  await left(person, minutes);
  return person;
}

/** Asks for six digits, lets the job do its work, and answers which they are. */
async function digitsFor(person: Person, to?: string): Promise<string> {
  expect(await person.does(askProof, to === undefined ? {} : { to })).toEqual({ goTo: `/en/account/prove?sent=1${to ? `&to=${encodeURIComponent(to)}` : ""}` });
  const [asked] = await world.rows<{ id: string }>(null, "select id from auth.proofs order by created_at desc, ctid desc limit 1");
  await sendProof(String(asked?.id));
  return proofDigits(String(asked?.id));
}
const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, "0");
const handed = (answer: Answer) => (typeof answer === "object" && "ok" in answer && answer.ok ? String(answer.handed) : "");

beforeEach(async () => void (await world.rows(null, "delete from auth.limits; delete from auth.proofs; delete from auth.sessions; delete from auth.passkeys")));

test("within fifteen minutes of the proof nobody is asked; afterwards everybody is, nothing is done, and what was typed comes back", async () => {
  const liene = await since(14);
  expect(await liene.does(changeRoles, roles)).toMatchObject({ ok: true });
  await left(liene, 15);
  const form = invitation();
  const { answer, wrote } = await writing(world, () => liene.does(inviteMember, form));
  expect(answer).toMatchObject({ ...first, typed: form });
  expect(wrote).toEqual([]);
});

test("what wants a proof is who may do what, and the ways into an account", () => {
  expect(allAbilities.filter(wantsProof)).toEqual([
    "invite member", "change roles", "suspend member", "restore member", "invite provider", "invite partner", "suspend partner", "restore partner",
    "prepare passkey", "add passkey", "remove passkey", "connect outside", "disconnect outside",
  ]);
});

test("in a programme and at the door the same is asked; and everything else is done without", async () => {
  const jonas = await as(programme.members.find(({ roles: of }) => of.includes("manager"))?.key ?? "");
  const liene = await since(60);
  await world.rows(null, "update auth.sessions set proved_at = null");
  expect(await jonas.does(inviteProvider, { programme: programme.slug, invited: String(places[0]?.id) })).toMatchObject(first);
  expect(await liene.does(preparePasskey)).toMatchObject(first);
  expect(await liene.does(suspendMember, { member: roles.member })).toMatchObject(first);
  expect(await liene.sees(() => enter("vidzeme", "see people"))).toMatchObject({ kind: "member" });
});

test("a wrong field is told before the proof is asked for: nobody proves for nothing", async () => {
  expect(await (await since(60)).does(inviteMember, { ...invitation(), email: "kristine" })).toMatchObject({ ok: false, fields: { email: expect.any(String) } });
});

test("who may not do it at all learns nothing of the proof", async () => {
  expect(await (await since(60, "ilze")).does(changeRoles, roles)).toBe("not found");
  expect(await visitor().does(changeRoles, roles)).toBe("not found");
});

describe("six digits by letter", () => {
  test("prove it: one presses again, and it is done", async () => {
    const liene = await since(60);
    const digits = await digitsFor(liene);
    const [letter] = await laidLetters();
    expect(letter?.to).toBe(vidzeme.members.find(({ key }) => key === "liene")?.email);
    expect(letter?.text).toContain(`${digits.slice(0, 3)} ${digits.slice(3)}`);
    expect(letter?.text).not.toContain("letter=");
    const before = liene.browser.cookies.get("sid");
    expect(await liene.does(proveByLetter, { digits: `${digits.slice(0, 3)} ${digits.slice(3)}` })).toEqual(done);
    expect(liene.browser.cookies.get("sid"), "the secret changes").not.toBe(before);
    expect(await liene.does(changeRoles, roles)).toMatchObject({ ok: true });
    expect(await liene.does(proveByLetter, { digits })).toMatchObject({ ok: false, refusal: expect.stringContaining("does not work any more") });
  });

  test("lead back to a path of ours, and nowhere else", async () => {
    const liene = await since(60);
    expect(await liene.does(proveByLetter, { digits: await digitsFor(liene, "/account"), to: "/account" })).toEqual({ goTo: "/en/account" });
    for (const to of ["//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example", "/%2f%2fevil.example", "/account//evil", "/@evil.example", "/account\r\nX: y", "/..", "account", "javascript:alert(1)"]) {
      await world.rows(null, "delete from auth.limits");
      expect(await liene.does(proveByLetter, { digits: await digitsFor(liene), to }), to).toEqual(done);
    }
  });

  test("count only in the session that asked, and only for its person", async () => {
    const [liene, other, anna] = [await since(60), await since(60), await since(60, "anna")];
    const digits = await digitsFor(liene);
    for (const person of [other, anna]) expect(await person.does(proveByLetter, { digits })).toMatchObject({ ok: false });
    expect(await visitor().does(proveByLetter, { digits })).toEqual({ goTo: "/en/account" });
    expect(await other.does(changeRoles, roles)).toMatchObject(first);
  });

  test("bring nobody in, and a letter that brings in proves nothing here", async () => {
    const liene = await since(60);
    const digits = await digitsFor(liene);
    expect(await liene.does(signIn, { digits })).toMatchObject({ ok: false });
    const [proof] = await world.rows<{ id: string }>(null, "select id from auth.proofs");
    expect(await liene.does(proveByLetter, { digits: letterDigits(String(proof?.id)) })).toMatchObject({ ok: false });
  });

  test("five wrong ones end the letter, of thirty at once five count, and after thirty in a day none do", async () => {
    const liene = await since(60);
    const digits = await digitsFor(liene);
    await Promise.all(Array.from({ length: 30 }, () => liene.does(proveByLetter, { digits: wrong(digits) })));
    expect(await world.rows(null, "select tries from auth.proofs")).toEqual([{ tries: 5 }]);
    expect(await liene.does(proveByLetter, { digits })).toMatchObject({ ok: false });
    await world.rows(null, "insert into auth.proofs (id, session_hash, person_id, language, tries, expires_at) select gen_random_uuid(), session_hash, person_id, 'en', 5, moment() from auth.proofs, generate_series(1, 5)");
    expect(await liene.does(proveByLetter, { digits: await digitsFor(liene) })).toMatchObject({ ok: false, refusal: expect.stringContaining("sign out and sign in again") });
  });

  test("work for ten minutes; five letters go out in that time", async () => {
    const liene = await since(60);
    const digits = await digitsFor(liene);
    await later(world, 10, async () => expect(await liene.does(proveByLetter, { digits })).toMatchObject({ ok: false }));
    for (let at = 0; at < 4; at++) await digitsFor(liene);
    expect(await liene.does(askProof)).toMatchObject({ ok: false, refusal: expect.stringContaining("Several letters") });
  });

  test("are written nowhere, and a session that has ended gets no letter any more", async () => {
    const liene = await since(60);
    const digits = await digitsFor(liene);
    const [row] = await world.rows<{ line: string; id: string }>(null, "select id, proofs::text as line from auth.proofs");
    expect(row?.line).not.toContain(digits);
    const before = (await laidLetters()).length;
    await world.rows(null, "delete from auth.sessions");
    await sendProof(String(row?.id));
    expect((await laidLetters()).length).toBe(before);
  });
});

describe("a device that was added before", () => {
  test("proves it too, and only for its own person", async () => {
    const [liene, own] = [await since(0), device()];
    await liene.does(addPasskey, { answer: own.make(handed(await liene.does(preparePasskey))) });
    await left(liene, 60);
    const anna = await since(60, "anna");
    expect(await anna.does(proveByPasskey, { answer: own.show(handed(await anna.does(beginPasskey))) })).toMatchObject({ ok: false });
    expect(await liene.does(proveByPasskey, { answer: own.show(handed(await liene.does(beginPasskey)), { unverified: true }) })).toMatchObject({ ok: false });
    expect(await liene.does(changeRoles, roles)).toMatchObject(first);
    expect(await liene.does(proveByPasskey, { answer: own.show(handed(await liene.does(beginPasskey))), to: "/account" })).toEqual({ goTo: "/en/account" });
    expect(await liene.does(changeRoles, roles)).toMatchObject({ ok: true });
  });
});

test("a letter that brings somebody in proves it as well", async () => {
  const { person, letter } = await letterTo(world, String(vidzeme.members.find(({ key }) => key === "liene")?.email));
  await person.does(signIn, { letter: letter.link });
  expect(await person.does(changeRoles, roles)).toMatchObject({ ok: true });
});

test("the page shows what somebody can prove it by, and to open it changes nothing", async () => {
  const liene = await since(60);
  const opens = (person: Person, search = {}) => person.sees(async () => JSON.stringify(await ProvePage({ params: Promise.resolve({ locale: "en" }), searchParams: Promise.resolve(search) } as never)));
  const { wrote } = await writing(world, async () => {
    expect(await opens(liene)).toContain("We send six digits to");
    expect(await opens(liene, { sent: "1" })).toContain("A letter is on its way");
    expect(await opens(visitor())).toContain("You are not signed in");
  });
  expect(wrote).toEqual([]);
});

test("proving takes at most nine statements, and being asked costs no other deed one more", async () => {
  const liene = await since(60);
  const digits = await digitsFor(liene);
  expect(await countingStatements(async () => expect(await liene.does(proveByLetter, { digits })).toEqual(done))).toBeLessThanOrEqual(9);
  expect(await countingStatements(() => liene.does(changeRoles, roles))).toBeLessThanOrEqual(9);
});
