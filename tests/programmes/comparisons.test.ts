import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import ProgrammePage from "#app/[locale]/programme/[programme]/page.tsx";
import { forgetComparison, saveComparison } from "#lib/programmes/actions.ts";
import { mostComparisons } from "#lib/programmes/programme.ts";
import { addressOf, RegionChoice } from "#lib/regions/choice.ts";
import { programme } from "#prisma/world.ts";
import { inTheWorld, isSentOn, type Person } from "#tests/support/people.ts";
import { does, inProgramme } from "./programme-people.ts";

const world = inTheWorld();
const choice = { regions: "LV00C,DEF05", indicator: "visits", first: "2025-Q1", last: "2025-Q4" };
const form = (more: Record<string, string> = {}) => ({ ...choice, id: randomUUID(), name: "Coast and inland", ...more });
const home = `/en/programme/${programme.slug}`;
const reads = async (person: Person, search = {}) =>
  JSON.stringify(await person.sees(() => ProgrammePage({ params: Promise.resolve({ locale: "en", programme: programme.slug }), searchParams: Promise.resolve(search) } as never)));
const all = async () => {
  await world.owner.query("select set_config('app.programme_id', $1, false)", [programme.id]);
  return (await world.owner.query<{ id: string }>("select id from comparisons")).rows.map(({ id }) => id);
};

test("a comparison is kept, opens with its question, and nobody else sees it", async () => {
  const [signe, tuuli, sent] = [await inProgramme("partner"), await inProgramme("editor"), form()];
  expect(await does(signe, saveComparison, sent)).toEqual({ goTo: `${home}?kept=1` });
  expect(await reads(signe)).toContain("Coast and inland");
  expect(await reads(tuuli)).not.toContain("Coast and inland");
  expect(await does(tuuli, forgetComparison, { comparison: sent.id })).toBe("not found");
  expect(await all()).toContain(sent.id);
});

test("sent twice it is one; another choice under its id is another one", async () => {
  const [signe, tuuli, sent] = [await inProgramme("partner"), await inProgramme("editor"), form()];
  for (const [person, what] of [[signe, sent], [signe, sent], [tuuli, sent], [signe, { ...sent, indicator: "hours" }]] as const) expect(isSentOn(await does(person, saveComparison, what))).toBe(true);
  await world.owner.query("select set_config('app.programme_id', $1, false)", [programme.id]);
  const { rows } = await world.owner.query("select from comparisons where created_at >= (select created_at from comparisons where id = $1)", [sent.id]);
  expect(rows).toHaveLength(3);
});

test("forgotten it is gone, and the page leads back to keeping it anew", async () => {
  const [signe, sent] = [await inProgramme("partner"), form({ name: "Only for a while" })];
  await does(signe, saveComparison, sent);
  const answer = await does(signe, forgetComparison, { comparison: sent.id });
  const question = addressOf(RegionChoice.parse(choice));
  expect(answer).toEqual({ goTo: `${home}${question}&forgotten=1` });
  expect(await all()).not.toContain(sent.id);
  expect(await reads(signe, { region: ["LV00C", "DEF05"], indicator: "visits", first: "2025-Q1", last: "2025-Q4", forgotten: "1" })).not.toContain("Only for a while");
  expect(await does(signe, forgetComparison, { comparison: sent.id })).toBe("not found");
});

test("what is no comparison is said at its field", async () => {
  const signe = await inProgramme("partner");
  expect(await does(signe, saveComparison, form({ name: "" }))).toMatchObject({ ok: false, fields: { name: expect.any(String) } });
  expect(await does(signe, saveComparison, form({ name: "x".repeat(81) }))).toMatchObject({ ok: false, fields: { name: expect.any(String) } });
  const strange: Record<string, string>[] = [{ regions: "LV00C" }, { regions: "LV00C,' or true" }, { indicator: "wealth" }, { first: "yesterday" }];
  for (const wrong of strange) expect(await does(signe, saveComparison, form(wrong))).toMatchObject({ ok: false });
});

test("fifty are enough: the next is refused in words, with what was typed", async () => {
  const tuuli = await inProgramme("editor");
  const member = programme.members.find(({ roles }) => roles.includes("editor"))?.member;
  await world.owner.query("select set_config('app.programme_id', $1, false)", [programme.id]);
  await world.owner.query(
    `insert into comparisons (id, member_id, name, regions, indicator, first_quarter, last_quarter)
     select gen_random_uuid(), $1, 'no. ' || n, 'LV00C,DEF05', 'ideas', '2025-Q1', '2025-Q4' from generate_series(1, $2) n`, [member, mostComparisons]);
  expect(await does(tuuli, saveComparison, form())).toMatchObject({ ok: false, typed: { name: "Coast and inland" }, refusal: expect.stringContaining("50") });
});
