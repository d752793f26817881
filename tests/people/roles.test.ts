import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import MemberPage from "#app/[locale]/at/[provider]/people/[member]/page.tsx";
import PeoplePage from "#app/[locale]/at/[provider]/people/page.tsx";
import TodayPage from "#app/[locale]/at/[provider]/today/page.tsx";
import { changeRoles, inviteMember, restoreMember, suspendMember } from "#lib/people/actions.ts";
import { as, dithmarschen, inTheWorld, vidzeme } from "#tests/support/people.ts";

const world = inTheWorld();
const member = (key: string) => vidzeme.members.find((one) => one.key === key)?.member ?? "";
const props = () => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme" }), searchParams: Promise.resolve({}) }) as never;
const last = "This is the last administrator who can come in. Make somebody else an administrator first.";
const isIn = async (person: Awaited<ReturnType<typeof as>>) => (await person.sees(() => TodayPage(props()))) !== "not found";

const roles = async (key: string) =>
  (await world.rows<{ role: string }>(null, "select role from auth.memberships where member_id = $1 order by role", [member(key)])).map(({ role }) => role);
const admins = async () => (await world.rows<{ id: string }>(null, "select member_id as id from auth.memberships where provider_id = $1 and role = 'admin' and suspended_at is null", [vidzeme.id])).map(({ id }) => id);

beforeEach(async () => {
  await world.rows(null, "delete from auth.memberships where provider_id = $1", [vidzeme.id]);
  for (const { person, member: id, roles: [role] } of vidzeme.members) {
    await world.rows(null, "insert into auth.memberships (id, person_id, provider_id, member_id, role, joined_at) values (gen_random_uuid(), $1, $2, $3, $4, moment())", [person, vidzeme.id, id, role]);
  }
});

describe("roles", () => {
  test("are changed as ticked, and who works nowhere else is signed out", async () => {
    const [liene, ilze] = [await as("liene"), await as("ilze")];
    expect(await isIn(ilze)).toBe(true);
    expect(await liene.does(changeRoles, { member: member("ilze"), leader: "yes", admin: "yes" })).toMatchObject({ ok: true });
    expect(await roles("ilze")).toEqual(["admin", "leader"]);
    expect(await isIn(ilze)).toBe(false);
    expect(await world.rows(vidzeme, "select changed from events where deed = 'change roles'")).toEqual([{ changed: "roles" }]);
  });

  test("that stay as they are sign nobody out", async () => {
    const [liene, anna] = [await as("liene"), await as("anna")];
    expect(await liene.does(changeRoles, { member: member("anna"), staff: "yes" })).toMatchObject({ ok: true });
    expect(await isIn(anna)).toBe(true);
  });

  test("are at least one", async () => {
    expect(await (await as("liene")).does(changeRoles, { member: member("anna") })).toMatchObject({ ok: false, fields: { staff: "Please choose at least one role." } });
  });

  test("of another provider's people are nobody's to change", async () => {
    const birte = dithmarschen.members[0]?.member ?? "";
    for (const deed of [changeRoles, suspendMember, restoreMember]) expect(await (await as("liene")).does(deed, { member: birte, staff: "yes" })).toBe("not found");
  });
});

describe("the last administrator", () => {
  test("keeps that role, and cannot be suspended", async () => {
    const liene = await as("liene");
    expect(await liene.does(changeRoles, { member: member("liene"), staff: "yes" })).toMatchObject({ ok: false, refusal: last });
    expect(await liene.does(suspendMember, { member: member("liene") })).toMatchObject({ ok: false, refusal: last });
    expect(await roles("liene")).toEqual(["admin"]);
    expect(await liene.sees(() => PeoplePage(props()))).not.toBe("not found");
  });

  test("is also who is left when the other one is suspended", async () => {
    const liene = await as("liene");
    await liene.does(changeRoles, { member: member("anna"), staff: "yes", admin: "yes" });
    await liene.does(suspendMember, { member: member("anna") });
    expect(await liene.does(changeRoles, { member: member("liene"), staff: "yes" })).toMatchObject({ ok: false, refusal: last });
  });

  test("is also who is left while the other one was only invited", async () => {
    const liene = await as("liene");
    await liene.does(changeRoles, { member: member("anna"), staff: "yes", admin: "yes" });
    await world.rows(null, "update auth.memberships set joined_at = null where member_id = $1", [member("anna")]);
    expect(await liene.does(suspendMember, { member: member("liene") })).toMatchObject({ ok: false, refusal: last });
  });

  test("of two who remove each other at once one stays, ten times over", async () => {
    for (let round = 0; round < 10; round += 1) {
      await (await as("liene")).does(changeRoles, { member: member("anna"), admin: "yes" });
      const [liene, anna] = [await as("liene"), await as("anna")];
      const both = round % 2 ? suspendMember : changeRoles;
      const answers = await Promise.all([liene.does(both, { member: member("anna"), staff: "yes" }), anna.does(both, { member: member("liene"), staff: "yes" })]);
      expect(await admins()).toHaveLength(1);
      // The slower one is told so, or was a visitor already.
      expect(answers.filter((answer) => answer === "not found" || JSON.stringify(answer).includes("last administrator"))).toHaveLength(1);
      await world.rows(null, "update auth.memberships set suspended_at = null where provider_id = $1", [vidzeme.id]);
      await world.rows(null, "update auth.memberships set role = 'admin' where member_id = $1 and role = 'staff'", [member("liene")]);
    }
  }, 60_000);

  test("who has made another one may go, by the other one's hand", async () => {
    const liene = await as("liene");
    await liene.does(changeRoles, { member: member("anna"), admin: "yes" });
    expect(await (await as("anna")).does(changeRoles, { member: member("liene"), staff: "yes" })).toMatchObject({ ok: true });
    expect(await liene.sees(() => PeoplePage(props()))).toBe("not found");
  });
});

describe("one's own roles", () => {
  const own = async (liene: Awaited<ReturnType<typeof as>>) => JSON.stringify(await liene.sees(() => MemberPage({ params: Promise.resolve({ locale: "en", provider: "vidzeme", member: member("liene") }), searchParams: Promise.resolve({}) } as never)));

  test("are the other administrators' to change: nobody gives herself the right to read ideas", async () => {
    const liene = await as("liene");
    await liene.does(changeRoles, { member: member("anna"), staff: "yes", admin: "yes" });
    expect(await own(liene)).toContain('"self":"one of several"');
    expect(await liene.does(changeRoles, { member: member("liene"), staff: "yes", admin: "yes" })).toMatchObject({ ok: false, refusal: expect.stringContaining("Please ask them to change your roles") });
    expect(await roles("liene")).toEqual(["admin"]);
  });

  test("are one's own to change as long as there is no other who can come in", async () => {
    const liene = await as("liene");
    await liene.does(changeRoles, { member: member("anna"), admin: "yes" });
    await liene.does(suspendMember, { member: member("anna") });
    expect(await own(liene)).toContain('"self":"alone"');
    expect(await liene.does(changeRoles, { member: member("liene"), staff: "yes", admin: "yes" })).toEqual({ goTo: "/en/at/vidzeme" });
    expect(await roles("liene")).toEqual(["admin", "staff"]);
  });
});

describe("suspending", () => {
  test("shuts somebody out at the next request, and restoring lets them in with the same roles", async () => {
    const [liene, ilze] = [await as("liene"), await as("ilze")];
    await liene.does(suspendMember, { member: member("ilze") });
    expect(await isIn(ilze)).toBe(false);
    expect(await isIn(await as("ilze"))).toBe(false);
    await liene.does(restoreMember, { member: member("ilze") });
    expect(await isIn(await as("ilze"))).toBe(true);
    expect(await roles("ilze")).toEqual(["staff"]);
  });

  test("somebody who was only invited is possible too", async () => {
    const [liene, id] = [await as("liene"), randomUUID()];
    await liene.does(inviteMember, { id, name: "Gone", email: `${id}@example.org`, reads: "en", staff: "yes" });
    expect(await liene.does(suspendMember, { member: id })).toMatchObject({ ok: true });
  });
});
