import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import ProgrammePage from "#app/[locale]/programme/[programme]/page.tsx";
import { invitePartner, restorePartner, suspendPartner } from "#lib/programmes/actions.ts";
import { rolesAt, suspend } from "#lib/access/memberships.ts";
import { programme } from "#prisma/world.ts";
import { inTheWorld, type Person } from "#tests/support/people.ts";
import { does, inProgramme } from "./programme-people.ts";

const world = inTheWorld();
const form = (more: Record<string, string> = {}) => ({ id: randomUUID(), name: "Aino", email: "aino@example.org", speaks: "en", role: "partner", ...more });
const home = { goTo: `/en/programme/${programme.slug}?invited=partner` };
const props = { params: Promise.resolve({ locale: "en", programme: programme.slug }), searchParams: Promise.resolve({}) } as never;
const reads = async (person: Person) => JSON.stringify(await person.sees(() => ProgrammePage(props)));
const memberships = async (email: string) =>
  (await world.owner.query<{ role: string; place: string | null }>("select role, coalesce(programme_id, provider_id)::text as place from auth.memberships join auth.persons on persons.id = person_id where email = $1 order by granted_at", [email])).rows;

test("a manager invites somebody: a place, a role, a letter, and all see the name but only managers the address", async () => {
  const manager = await inProgramme("manager");
  const sent = form();
  expect(await does(manager, invitePartner, sent)).toEqual(home);
  expect(await memberships("aino@example.org")).toEqual([{ role: "partner", place: programme.id }]);
  const { rows: [job] } = await world.owner.query("select data from pgboss.job where name = 'send-invitation' order by created_on desc limit 1");
  expect(job).toEqual({ data: { programmeId: programme.id, id: sent.id } });
  expect(await reads(manager)).toContain("aino@example.org");
  expect(await reads(await inProgramme("partner"))).toContain("Aino");
});

test("sent twice it is one person; the same address again is said at its field", async () => {
  const [manager, sent] = [await inProgramme("manager"), form({ email: " Twice@Example.org " })];
  expect([await does(manager, invitePartner, sent), await does(manager, invitePartner, sent)]).toEqual([home, home]);
  expect(await memberships("twice@example.org")).toHaveLength(1);
  expect(await does(manager, invitePartner, form({ email: "twice@example.org", name: "Else" }))).toMatchObject({ ok: false, fields: { email: expect.stringContaining("already") } });
});

test("two invitations of one address at once are one person", async () => {
  const managers = await Promise.all([inProgramme("manager"), inProgramme("manager")]);
  const answers = await Promise.all(managers.map((manager) => does(manager, invitePartner, form({ email: "rush@example.org" }))));
  expect(answers.filter((answer) => typeof answer === "object" && "goTo" in answer)).toHaveLength(1);
  expect(await memberships("rush@example.org")).toHaveLength(1);
});

test("somebody who works at a provider keeps that, and nobody is told that the address is known", async () => {
  const manager = await inProgramme("manager");
  expect(await does(manager, invitePartner, form({ name: "Ilze", email: "ilze@vidzeme.example.org" }))).toEqual(home);
  const places = await memberships("ilze@vidzeme.example.org");
  expect(places.at(-1)).toEqual({ role: "partner", place: programme.id });
  expect(places.length).toBeGreaterThan(1);
});

test("partners and editors invite nobody", async () => {
  for (const role of ["partner", "editor"] as const) expect(await does(await inProgramme(role), invitePartner, form({ email: `${role}@example.org` }))).toBe("not found");
  expect([...(await memberships("partner@example.org")), ...(await memberships("editor@example.org"))]).toEqual([]);
});

test("a name that tells an address is no name", async () => {
  const answer = await does(await inProgramme("manager"), invitePartner, form({ name: "Open https://evil.example", email: "named@example.org" }));
  expect(answer).toMatchObject({ ok: false, fields: { name: expect.stringMatching(/only the name/) } });
  expect(await memberships("named@example.org")).toEqual([]);
});

test("a manager takes back a place that was given by mistake, and gives it again", async () => {
  const [manager, partner] = [await inProgramme("manager"), await inProgramme("partner")];
  const member = programme.members.find(({ roles }) => roles.includes("partner"))?.member ?? "";
  const sees = async (person: Person) => (await person.sees(() => ProgrammePage(props))) !== "not found";
  expect(await does(manager, suspendPartner, { member })).toEqual({ goTo: `/en/programme/${programme.slug}?person=suspended#people` });
  expect(await sees(partner)).toBe(false);
  expect((await rolesAt({ programmeId: programme.id })).get(member)).toMatchObject({ roles: ["partner"], suspendedAt: expect.any(Date) });
  expect(await does(manager, restorePartner, { member })).toEqual({ goTo: `/en/programme/${programme.slug}?person=restored#people` });
  expect(await sees(await inProgramme("partner"))).toBe(true);
  await world.owner.query("select set_config('app.programme_id', $1, false)", [programme.id]);
  const { rows } = await world.owner.query("select deed, changed from programme_events where subject_id = $1 order by at, deed desc", [member]);
  expect(rows).toEqual([{ deed: "suspend partner", changed: "suspended" }, { deed: "restore partner", changed: "suspended" }]);
});

test("somebody who was only invited is suspended too: their letter opens nothing", async () => {
  const [manager, sent] = [await inProgramme("manager"), form({ email: "mistyped@example.org" })];
  await does(manager, invitePartner, sent);
  await does(manager, suspendPartner, { member: sent.id });
  const { rows } = await world.owner.query("select suspended_at is null as active from auth.memberships where member_id = $1", [sent.id]);
  expect(rows).toEqual([{ active: false }]);
});

test("the last manager stays, and nobody suspends themselves", async () => {
  const manager = await inProgramme("manager");
  const own = programme.members.find(({ roles }) => roles.includes("manager"))?.member ?? "";
  expect(await does(manager, suspendPartner, { member: own })).toMatchObject({ ok: false, refusal: expect.stringMatching(/yourself/) });
  const second = form({ email: "second@example.org", role: "manager" });
  await does(manager, invitePartner, second);
  expect(await does(manager, suspendPartner, { member: second.id })).toMatchObject({ goTo: expect.any(String) });
  const mine = await world.owner.query("select from auth.memberships where member_id = $1 and suspended_at is null", [own]);
  expect(mine.rowCount).toBe(1);
  expect(await suspend({ programmeId: programme.id, memberId: own })).toBe("last");
});

test("partners and editors suspend nobody and see no way to", async () => {
  const member = programme.members.find(({ roles }) => roles.includes("manager"))?.member ?? "";
  for (const role of ["partner", "editor"] as const) {
    for (const deed of [suspendPartner, restorePartner]) expect(await does(await inProgramme(role), deed, { member })).toBe("not found");
    expect(await reads(await inProgramme(role))).not.toContain('"manager":{');
  }
  expect(await reads(await inProgramme("manager"))).toContain('"manager":{');
});

test("what is missing or strange is said at its field", async () => {
  const manager = await inProgramme("manager");
  const answer = await does(manager, invitePartner, { id: randomUUID(), name: " ", email: "at home", speaks: "xx", role: "admin" });
  expect(answer).toMatchObject({ ok: false, typed: { email: "at home" }, fields: { name: expect.any(String), email: expect.any(String), speaks: expect.any(String), role: expect.any(String) } });
});
