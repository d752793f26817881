import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { enter } from "#lib/access/enter.ts";
import { changeDoorplate, changeRoles, invitePerson, personOf, restore, rolesAt, suspend } from "#lib/access/memberships.ts";
import { programme } from "#prisma/world.ts";
import { as, dithmarschen, inTheWorld, vidzeme, type Person } from "#tests/support/people.ts";
import { countingStatements } from "#tests/support/statements.ts";
import { setTimeout as pause } from "node:timers/promises";

const world = inTheWorld();
const here = { providerId: vidzeme.id };
const member = (key: string) => ({ ...here, memberId: String(vidzeme.members.find((one) => one.key === key)?.member) });
const rolesOf = async (key: string) => (await rolesAt(here)).get(member(key).memberId)?.roles;
const seesToday = async (person: Person) => (await person.sees(() => enter("vidzeme", "see today"))) !== "not found";

// Everybody begins as the world has them.
const kept: { rows?: unknown } = {};
beforeEach(async () => {
  kept.rows ??= (await world.rows(null, "select coalesce(json_agg(m), '[]') as rows from auth.memberships m"))[0]?.rows;
  await world.rows(null, "delete from auth.memberships");
  await world.rows(null, "insert into auth.memberships select * from jsonb_populate_recordset(null::auth.memberships, $1)", [JSON.stringify(kept.rows)]);
});

test("an invited person has their roles at this place, and is reached by their address", async () => {
  const memberId = randomUUID();
  const invited = { ...here, memberId, name: "Dace", email: "dace@example.org", language: "lv", roles: ["staff", "leader"] as const };
  await invitePerson(invited);
  await invitePerson(invited); // sent twice
  expect((await rolesAt(here)).get(memberId)).toEqual({ roles: ["leader", "staff"], joinedAt: null, suspendedAt: null });
  expect(await personOf({ ...here, memberId })).toEqual({ name: "Dace", email: "dace@example.org", language: "lv" });
  expect(await personOf({ providerId: dithmarschen.id, memberId })).toBeNull();
});

test("who has an account with this address keeps it as it is, and has one place more", async () => {
  const [ilze, memberId] = [vidzeme.members[0], randomUUID()];
  await invitePerson({ programmeId: programme.id, memberId, name: "Somebody else", email: String(ilze?.email), language: "de", roles: ["partner"] });
  expect(await personOf({ programmeId: programme.id, memberId })).toMatchObject({ name: "Ilze", language: "lv" });
  expect(await world.rows(null, "select from auth.persons where email = $1", [ilze?.email])).toHaveLength(1);
  expect(await rolesOf("ilze")).toEqual(["staff"]);
});

test("an invitation whose member was never kept leaves nobody with rights: the next one is the one that counts", async () => {
  const [lost, kept] = [{ ...here, memberId: randomUUID() }, { ...here, memberId: randomUUID() }];
  const person = { name: "Dace", email: `${randomUUID()}@example.org`, language: "lv" };
  await invitePerson({ ...lost, ...person, roles: ["admin", "staff"] });
  await invitePerson({ ...kept, ...person, roles: ["staff", "leader"] });
  const roles = await rolesAt(here);
  expect([roles.get(lost.memberId), roles.get(kept.memberId)]).toEqual([undefined, { roles: ["leader", "staff"], joinedAt: null, suspendedAt: null }]);
  expect(await suspend(kept)).toBe("done");
});

test("a change of roles is there at the next request, and ends every session of who works nowhere else", async () => {
  const ilze = await as("ilze");
  expect(await changeRoles({ ...member("ilze"), roles: ["leader"] })).toBe("done");
  expect(await rolesOf("ilze")).toEqual(["leader"]);
  expect(await seesToday(ilze)).toBe(false);
  expect(await (await as("ilze")).sees(() => enter("vidzeme", "see today"))).toMatchObject({ roles: ["leader"] });
});

test("a suspended person is out at the next request and back in once restored", async () => {
  const ilze = await as("ilze");
  expect(await suspend(member("ilze"))).toBe("done");
  expect(await seesToday(ilze)).toBe(false);
  expect(await seesToday(await as("ilze"))).toBe(false);
  expect((await rolesAt(here)).get(member("ilze").memberId)).toMatchObject({ roles: ["staff"], suspendedAt: expect.any(Date) });
  expect(await restore(member("ilze"))).toBe("done");
  expect(await seesToday(await as("ilze"))).toBe(true);
});

test("who works at another place too stays signed in there, whatever an administrator here does, and has here what they may now", async () => {
  const [birte, memberId] = [await as("birte"), randomUUID()];
  const isAtHome = async () => (await birte.sees(() => enter("dithmarschen", "see today"))) !== "not found";
  await invitePerson({ ...here, memberId, name: "Birte", email: String(dithmarschen.members.find(({ key }) => key === "birte")?.email), language: "de", roles: ["staff"] });
  expect([await seesToday(birte), await isAtHome()]).toEqual([false, true]); // she has not said yes
  await world.rows(null, "update auth.memberships set joined_at = moment() where member_id = $1", [memberId]);
  expect([await seesToday(birte), await isAtHome()]).toEqual([true, true]);
  expect(await suspend({ ...here, memberId })).toBe("done");
  expect([await seesToday(birte), await isAtHome()]).toEqual([false, true]);
  expect(await restore({ ...here, memberId })).toBe("done");
  expect(await changeRoles({ ...here, memberId, roles: ["leader"] })).toBe("done");
  expect(await isAtHome()).toBe(true);
  expect(await birte.sees(() => enter("vidzeme", "see today"))).toMatchObject({ roles: ["leader"] });
});

test("a suspension is not lost in a change of roles at the same moment", async () => {
  await world.owner.query("begin");
  await world.owner.query("select from auth.memberships where member_id = $1 for update", [member("ilze").memberId]);
  const both = [suspend(member("ilze"))];
  await pause(300); // each gets as far as it can
  both.push(changeRoles({ ...member("ilze"), roles: ["leader"] }));
  await pause(300);
  await world.owner.query("commit");
  expect(await Promise.all(both)).toEqual(["done", "done"]);
  expect((await rolesAt(here)).get(member("ilze").memberId)).toMatchObject({ roles: ["leader"], suspendedAt: expect.any(Date) });
  expect(await seesToday(await as("ilze"))).toBe(false);
});

test("only who may do nothing at all is called suspended", async () => {
  await changeRoles({ ...member("ilze"), roles: ["staff", "leader"] });
  await world.rows(null, "update auth.memberships set suspended_at = moment() where member_id = $1 and role = 'leader'", [member("ilze").memberId]);
  expect((await rolesAt(here)).get(member("ilze").memberId)).toMatchObject({ suspendedAt: null });
});

test("the last administrator keeps the role and stays", async () => {
  const liene = await as("liene");
  expect(await changeRoles({ ...member("liene"), roles: ["staff"] })).toBe("last");
  expect(await suspend(member("liene"))).toBe("last");
  expect(await rolesOf("liene")).toEqual(["admin"]);
  expect(await seesToday(liene)).toBe(true);
  expect(await changeRoles({ ...member("liene"), roles: ["admin", "staff"] })).toBe("done");
});

test("a suspended administrator is no help to the last one", async () => {
  expect(await changeRoles({ ...member("ilze"), roles: ["admin"] })).toBe("done");
  expect(await suspend(member("ilze"))).toBe("done");
  expect(await suspend(member("liene"))).toBe("last");
});

test("of two administrators who remove each other at once one stays", async () => {
  for (let round = 0; round < 10; round++) {
    await changeRoles({ ...member("ilze"), roles: ["admin"] });
    await changeRoles({ ...member("liene"), roles: ["admin"] });
    const how = round % 2 ? (key: string) => suspend(member(key)) : (key: string) => changeRoles({ ...member(key), roles: ["staff"] });
    expect((await Promise.all([how("ilze"), how("liene")])).sort()).toEqual(["done", "last"]);
    await restore(member("ilze"));
    await restore(member("liene"));
  }
});

test("nobody of another place is changed, whoever is named", async () => {
  const birte = dithmarschen.members.find(({ key }) => key === "birte");
  const foreign = { ...here, memberId: String(birte?.member) };
  expect([await suspend(foreign), await restore(foreign), await changeRoles({ ...foreign, roles: ["admin"] })]).toEqual(["not there", "not there", "not there"]);
  expect((await rolesAt({ providerId: dithmarschen.id })).get(foreign.memberId)).toMatchObject({ roles: birte?.roles, suspendedAt: null });
});

test("to look is one statement, to change three: the place's lock, the change, its end", async () => {
  for (const work of [() => rolesAt(here), () => personOf(member("ilze"))]) expect(await countingStatements(work)).toBe(1);
  for (const work of [() => suspend(member("ilze")), () => restore(member("ilze")), () => changeRoles({ ...member("ilze"), roles: ["leader"] })]) expect(await countingStatements(work)).toBe(3);
});

test("roles that are there already are no change, and sign nobody out", async () => {
  const ilze = await as("ilze");
  expect(await changeRoles({ ...member("ilze"), roles: ["staff"] })).toBe("same");
  expect(await seesToday(ilze)).toBe(true);
});

test("the doorplate is what everybody sees at the next request", async () => {
  await changeDoorplate(vidzeme.id, { name: "Vidzeme together", language: "lv", timeZone: "Europe/Tallinn", nutsVersion: null, regionCode: null });
  expect(await (await as("ilze")).sees(() => enter("vidzeme", "see today"))).toMatchObject({ place: { name: "Vidzeme together", timeZone: "Europe/Tallinn" } });
});
