import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { enter } from "#lib/access/enter.ts";
import type { Ability } from "#lib/access/abilities.ts";
import { keepDraft } from "#lib/ideas/actions.ts";
import { finishAndClear } from "#lib/people/actions.ts";
import { cast } from "#prisma/world.ts";
import { as, dithmarschen, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const at = (person: Person, ability: Ability, slug = "vidzeme") => person.sees(() => enter(slug, ability));
const secretOf = (person: Person) => String(person.browser.cookies.get("sid"));
const hashOf = (secret: string) => createHash("sha256").update(secret).digest();
const aDraft = (network = "ozolmuiza") => ({ id: randomUUID(), network, step: "what", what: "Half an idea", spoke: "self" });

test("a visitor is a visitor: no id, no name, and only what is everybody's", async () => {
  expect(await at(visitor(), "see network")).toMatchObject({ kind: "visitor", id: null, name: null, roles: ["visitor"], place: { id: vidzeme.id, slug: "vidzeme", timeZone: "Europe/Riga" } });
  expect(await at(visitor(), "see today")).toBe("not found");
});

test("staff are known by their session alone, and by the database's clock", async () => {
  const ilze = await at(await as("ilze"), "see today");
  expect(ilze).toMatchObject({ kind: "member", id: vidzeme.members[0]?.member, name: "Ilze", roles: ["staff"] });
  const [{ now } = { now: new Date(0) }] = await world.rows<{ now: Date }>(null, "select moment() as now");
  expect(Math.abs(now.getTime() - (ilze === "not found" ? 0 : ilze.at.getTime()))).toBeLessThan(5_000);
});

test("somebody with two roles has both", async () => {
  const meike = await as("meike");
  expect(await at(meike, "read idea", "dithmarschen")).toMatchObject({ kind: "member", name: "Meike", roles: ["admin", "staff"] });
});

test("staff of one provider are a visitor at the other: what is public, and nothing else", async () => {
  const birte = await as("birte");
  expect(await at(birte, "see network", "vidzeme")).toMatchObject({ kind: "visitor", id: null, name: null, roles: ["visitor"] });
  expect(await at(birte, "see today", "vidzeme")).toBe("not found");
});

test("somebody who works for two providers is somebody else at each", async () => {
  const [anna, there] = [cast.find(({ key }) => key === "anna"), randomUUID()];
  if (anna?.kind !== "member") throw new Error("prisma/world.ts no longer has Anna");
  await world.rows(null, "insert into auth.memberships (id, person_id, provider_id, member_id, role) values ($1, $2, $3, $4, 'leader')", [randomUUID(), anna.person, dithmarschen.id, there]);
  const person = await as("anna");
  expect(await at(person, "see today", "dithmarschen")).toBe("not found"); // invited, and has not said yes
  await world.rows(null, "update auth.memberships set joined_at = moment() where member_id = $1", [there]);
  expect(await at(person, "see today", "vidzeme")).toMatchObject({ id: vidzeme.members[1]?.member, roles: ["staff"] });
  expect(await at(person, "see today", "dithmarschen")).toMatchObject({ id: there, roles: ["leader"] });
});

test("a role that is taken away is gone at the next call", async () => {
  const liene = await as("liene");
  expect(await at(liene, "see today")).toMatchObject({ roles: ["admin"] });
  await world.rows(null, "delete from auth.memberships where member_id = $1", [vidzeme.members[3]?.member]);
  expect(await at(liene, "see today")).toBe("not found");
  expect(await at(liene, "see network")).toMatchObject({ kind: "visitor", roles: ["visitor"], name: null });
});

test("a session that has run out is nobody's", async () => {
  const maris = await as("maris");
  await world.rows(null, "update auth.sessions set expires_at = moment() where hash = $1", [hashOf(secretOf(maris))]);
  expect(await at(maris, "see today")).toBe("not found");
  expect(await at(maris, "see network")).toMatchObject({ kind: "visitor" });
});

test("who finishes and clears is signed out everywhere: a copy of the secret opens nothing", async () => {
  const ilze = await as("ilze");
  const copy = visitor();
  copy.browser.cookies.set("sid", secretOf(ilze));
  expect(await at(copy, "see today")).toMatchObject({ name: "Ilze" });
  expect(await ilze.does(finishAndClear)).toEqual({ goTo: "/en/at/vidzeme?cleared=1" });
  expect(ilze.browser.cookies.size).toBe(0);
  expect(await at(copy, "see today")).toBe("not found");
});

test("one phone at two providers is two participants, and neither learns of the other", async () => {
  const person = visitor();
  await person.does(keepDraft, aDraft());
  await person.does(keepDraft, { ...aDraft("norderwisch"), provider: "dithmarschen" });
  const [here, there] = [await at(person, "see ticket"), await at(person, "see ticket", "dithmarschen")];
  expect([here, there]).toMatchObject([{ kind: "participant" }, { kind: "participant" }]);
  expect((here as { id: string }).id).not.toBe((there as { id: string }).id);
});

test("a secret planted before the first deed opens nothing afterwards", async () => {
  const [person, planted] = [visitor(), "planted-by-somebody-who-waits"];
  person.browser.cookies.set("sid", planted);
  await person.does(keepDraft, aDraft());
  expect(secretOf(person)).not.toBe(planted);
  expect(await at(person, "see ticket")).toMatchObject({ kind: "participant" });
  const thief = visitor();
  thief.browser.cookies.set("sid", planted);
  expect(await at(thief, "see ticket")).toMatchObject({ kind: "visitor", id: null });
});

test("a session's secret is stored nowhere, only its hash", async () => {
  const ilze = await as("ilze");
  const [row] = await world.rows<{ line: string }>(null, "select sessions::text as line from auth.sessions where hash = $1", [hashOf(secretOf(ilze))]);
  expect(row?.line).toBeDefined();
  expect(row?.line).not.toContain(secretOf(ilze));
});

test.each(["nowhere", "", "Vidzeme", "vidzeme ", "vidzeme\0", "-", "a".repeat(81)])("at %j there is nothing, as for somebody who may not", async (slug) => {
  expect(await at(await as("ilze"), "see network", slug)).toBe("not found");
});

test.each(["", "x", "\0", "ā".repeat(5_000), "'; select"])("a cookie that says %j is nobody's", async (secret) => {
  const person = visitor();
  person.browser.cookies.set("sid", secret);
  expect(await at(person, "see network")).toMatchObject({ kind: "visitor" });
});
