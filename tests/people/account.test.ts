import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { forgetOld } from "#lib/access/accounts.ts";
import { enter } from "#lib/access/enter.ts";
import { acceptPlace, endSession, signOut } from "#lib/people/actions.ts";
import { ownAccount } from "#lib/people/account.ts";
import { answerIdea } from "#lib/ideas/actions.ts";
import AccountPage from "#app/[locale]/account/page.tsx";
import DemoLettersPage from "#app/demo/mail/page.tsx";
import { as, dithmarschen, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";
import { letterTo } from "#tests/support/letters.ts";

const world = inTheWorld();
const isIn = async (person: Person) => (await person.sees(() => enter("vidzeme", "see today"))) !== "not found";
const accountOf = async (person: Person) => {
  const account = await person.sees(ownAccount);
  if (!account || account === "not found") throw new Error("nobody is signed in");
  return account;
};
const from = async (key: string, told: string) => {
  const person = await as(key);
  await world.rows(null, "update auth.sessions set device = $1 where hash = sha256($2::bytea)", [told, Buffer.from(String(person.browser.cookies.get("sid")))]);
  return person;
};

test("somebody sees their own name, places and devices, and nobody else's", async () => {
  const [desk, phone] = [await from("maris", "Firefox|Windows"), await from("maris", "Chrome|Android")];
  await as("ilze");
  const { person, homes, sessions } = await accountOf(phone);
  expect(person).toMatchObject({ name: "Māris" });
  expect(homes).toMatchObject([{ door: "provider", slug: "vidzeme", roles: ["leader"] }]);
  expect(sessions.map(({ device, here }) => ({ device, here }))).toEqual([{ device: "Chrome|Android", here: true }, { device: "Firefox|Windows", here: false }]);
  const [other] = sessions.filter(({ here }) => !here);
  expect(await phone.does(endSession, { session: String(other?.id) })).toEqual({ goTo: "/en/account?ended=1" });
  expect([await isIn(desk), await isIn(phone)]).toEqual([false, true]);
});

test("an invitation waits in the account until its person says yes to it, and nobody else can", async () => {
  const [ilze, maris] = [await as("ilze"), await as("maris")];
  const joined = () => world.rows(null, "select from auth.memberships where provider_id = $1 and member_id = $2 and joined_at is not null", [dithmarschen.id, member]);
  const member = randomUUID();
  const email = vidzeme.members.find(({ key }) => key === "ilze")?.email;
  await world.rows(null, "insert into auth.memberships (id, person_id, provider_id, member_id, role) select gen_random_uuid(), id, $2, $3, 'leader' from auth.persons where email = $1", [email, dithmarschen.id, member]);
  expect((await accountOf(ilze)).homes.map(({ slug, joined }) => ({ slug, joined }))).toEqual([{ slug: "dithmarschen", joined: false }, { slug: "vidzeme", joined: true }]);
  const page = JSON.stringify(await ilze.sees(() => AccountPage({ params: Promise.resolve({ locale: "en" }), searchParams: Promise.resolve({}) } as never)));
  expect(page).toContain(dithmarschen.id);

  const gone = { ok: false, refusal: expect.stringMatching(/invitation is not there/) };
  for (const place of [dithmarschen.id, randomUUID()]) expect(await maris.does(acceptPlace, { place })).toMatchObject(gone);
  expect(await visitor().does(acceptPlace, { place: dithmarschen.id })).toEqual({ goTo: "/en/account" });
  for (const place of ["", "x", "\0"]) expect(await ilze.does(acceptPlace, { place })).toMatchObject({ ok: false });
  expect(await joined()).toHaveLength(0);

  await world.rows(null, "update auth.memberships set suspended_at = moment() where member_id = $1", [member]);
  expect(await ilze.does(acceptPlace, { place: dithmarschen.id })).toMatchObject(gone);
  await world.rows(null, "update auth.memberships set suspended_at = null where member_id = $1", [member]);
  for (const _twice of [1, 2]) expect(await ilze.does(acceptPlace, { place: dithmarschen.id })).toEqual({ goTo: "/en/at/dithmarschen/today" });
  expect(await joined()).toHaveLength(1);
  await world.rows(null, "delete from auth.memberships where member_id = $1", [member]);
});

test("another person's session is not there to be ended", async () => {
  const [liene, ilze] = [await as("liene"), await as("ilze")];
  const mine = (await accountOf(liene)).sessions[0]?.id;
  const answers = [await ilze.does(endSession, { session: String(mine) }), await ilze.does(endSession, { session: randomUUID() })];
  expect(answers).toEqual(["not found", "not found"]);
  expect(await isIn(liene)).toBe(true);
  for (const session of ["", "x", "\0", "all"]) expect(await ilze.does(endSession, { session })).toMatchObject({ ok: false });
});

test("everywhere else is everywhere but here, and nobody else", async () => {
  const [here, there, further, ilze] = [await as("anna"), await as("anna"), await as("anna"), await as("ilze")];
  expect(await here.does(endSession, { session: "others" })).toEqual({ goTo: "/en/account?ended=1" });
  expect(await Promise.all([here, there, further, ilze].map(isIn))).toEqual([true, false, false, true]);
});

test("who signs out is out at once, with every copy of the secret", async () => {
  const anna = await as("anna");
  const copy = visitor();
  copy.browser.cookies = new Map(anna.browser.cookies);
  expect(await anna.does(signOut)).toEqual({ goTo: "/en/sign-in" });
  expect([anna.browser.cookies.size, await isIn(copy)]).toEqual([0, false]);
});

test.each(["", "x", "a".repeat(43), "\0"])("a cookie that says %j has no account, and ends nothing", async (secret) => {
  const person = visitor();
  person.browser.cookies.set("sid", secret);
  expect(await person.sees(ownAccount)).toBeNull();
  const before = await world.rows(null, "select hash from auth.sessions");
  await person.does(endSession, { session: "others" });
  await person.does(signOut);
  expect(await world.rows(null, "select hash from auth.sessions")).toEqual(before);
});

test("a visitor's session is no account", async () => {
  expect(await (await as("valdis")).sees(ownAccount)).toBeNull();
});

test("to look at pages writes nothing; a deed writes once a day that the device was seen", async () => {
  const ilze = await as("ilze");
  const seen = async () => (await world.rows<{ at: Date; now: Date }>(null, "select seen_at as at, moment() as now from auth.sessions where hash = sha256($1::bytea)", [Buffer.from(String(ilze.browser.cookies.get("sid")))]))[0];
  await world.rows(null, "update auth.sessions set seen_at = moment() - interval '2 days'");
  await isIn(ilze);
  await ilze.sees(() => AccountPage({ params: Promise.resolve({ locale: "en" }), searchParams: Promise.resolve({}) } as never));
  const before = await seen();
  await ilze.does(answerIdea, { idea: randomUUID(), version: "0", text: "Yes" });
  const after = await seen();
  expect(Number(before?.now) - Number(before?.at)).toBeGreaterThan(86_400_000);
  expect(Number(after?.now) - Number(after?.at)).toBeLessThan(60_000);
});

test("the demo's letter box shows the letters, and is not there where nothing is a demo", async () => {
  const { letter } = await letterTo(world, "ilze@vidzeme.example.org");
  const shown = () => visitor().sees(() => DemoLettersPage({}));
  expect(JSON.stringify(await shown())).toContain(letter.link);
  await world.rows(null, "delete from demo_mark");
  expect(await shown()).toBe("not found");
});

test("what has run out is forgotten: sessions at once, letters after a day", async () => {
  await world.rows(null, "insert into auth.sign_ins (id, browser_hash, language, expires_at) values (gen_random_uuid(), '\\x01', 'en', moment() - interval '25 hours'), (gen_random_uuid(), '\\x02', 'en', moment() - interval '1 hour')");
  await forgetOld();
  expect(await world.rows(null, "select from auth.sign_ins where browser_hash in ('\\x01', '\\x02')")).toHaveLength(1);
});
