/** Every deed, fed with forms that nobody's page sends. FUZZ_RUNS makes it longer, FUZZ_SEED other. */
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { POST } from "#app/api/deeds/[deed]/route.ts";
import { deeds } from "#lib/action/action.ts";
import { untouched } from "#lib/action/outcome.ts";
import type { Ability } from "#lib/access/abilities.ts";
import { everyDeed } from "#tests/isolation/deeds.ts";
import { writing } from "#tests/isolation/written.ts";
import { SentOn } from "#tests/support/doors.ts";
import { inTheWorld, type Person } from "#tests/support/people.ts";
import { fieldsOf } from "./fields.ts";
import { oddities, planted, rowsThatSay } from "./planted.ts";
import { rightForm, whoMayDo } from "./right-forms.ts";
import { changed, changes, firstOfAll, inJson } from "./strange-forms.ts";

const world = inTheWorld();
await everyDeed();
const how = { numRuns: Number(process.env.FUZZ_RUNS ?? 7), seed: Number(process.env.FUZZ_SEED ?? 2026) };
const prototypes = () => [Object.prototype, Array.prototype, Function.prototype, String.prototype, FormData.prototype].map((one) => Reflect.ownKeys(one).map(String).join());
const before = prototypes();
const done = new Set<Ability>();

test.each([...deeds])("“%s” answers whatever comes, by a form or from another program, with a yes or one of its kinds of no, and touches nobody else's house", async (ability, { deed, input }) => {
  const extra = await planted(world, [...fieldsOf(input).keys()]);
  const { wrote } = await writing(world, async () => {
    await fc.assert(fc.asyncProperty(changes(fieldsOf(input)), fc.option(fc.jsonValue({ maxDepth: 3 }), { freq: 1 }), async (made, odd) => {
      const [person, right] = [await whoMayDo(ability), await rightForm(world, ability)];
      await world.owner.query("delete from auth.limits"); // they have their own tests
      const answer = odd === null ? await by(person, () => deed(untouched, changed(right, made, extra))) : await sent(person, ability, inJson(right, made, odd));
      if (isYes(answer)) done.add(ability);
      expect(oddities(answer)).toEqual([]);
    }), { ...how, examples: firstOfAll(fieldsOf(input)).map((made): [typeof made, null] => [made, null]) });
    await world.owner.query("select set_config('app.programme_id', '', false)"); // what a programme owns is no house's
  });
  expect(wrote.filter((table) => table.startsWith("dithmarschen"))).toEqual([]);
  expect(prototypes()).toEqual(before);
});

const noForms: unknown[][] = [[], ["a", "b"], [{}, null], [untouched, [["provider", "vidzeme"]]], [untouched, new Map([["provider", "vidzeme"]])], [untouched, { provider: "vidzeme" }], Array<unknown>(900).fill(1)];

test("a deed that is called with what is no form is not found, and writes nothing", async () => {
  const people = await Promise.all([...deeds].map(async ([ability, { deed }]) => ({ ability, person: await whoMayDo(ability), deed: deed as (...given: unknown[]) => Promise<unknown> })));
  const { answer, wrote } = await writing(world, () => Promise.all(people.flatMap(({ ability, person, deed }) => noForms.map(async (given) => [ability, await by(person, () => deed(...given))]))));
  expect(answer.filter(([, said]) => said !== "not found")).toEqual([]);
  expect(wrote).toEqual([]);
});

test("a field that no form of ours has reaches no column", async () => {
  expect(await rowsThatSay(world)).toEqual([]);
});

afterAll(() => {
  expect(done.size, "so many deeds were really done among it all").toBeGreaterThan(40);
});

const isYes = (answer: unknown) => typeof answer === "object" && answer !== null && ("goTo" in answer || ("ok" in answer && answer.ok === true));

async function by(person: Person, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await person.sees(work);
  } catch (error) {
    if (error instanceof SentOn) return { goTo: error.address };
    throw error;
  }
}

async function sent(person: Person, ability: Ability, body: string): Promise<unknown> {
  const deed = ability.replaceAll(" ", "-");
  const headers = { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) };
  const answer = await by(person, () => POST(new Request(`http://localhost:3000/api/deeds/${deed}`, { method: "POST", body, headers }), { params: Promise.resolve({ deed }) }));
  if (!(answer instanceof Response)) return answer;
  if (answer.status === 400) return "not found"; // a megabyte and more is not read
  expect([200, 303, 422]).toContain(answer.status);
  return answer.status === 303 ? { goTo: new URL(answer.headers.get("location") ?? "").pathname } : answer.json();
}
