import { expect, test } from "vitest";
import { answerIdea, proposeIdea } from "#lib/ideas/actions.ts";
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const waiting = String(vidzeme.networks[0]?.ideas.find(({ answer }) => !answer)?.id);
const anIdea = () => ({ id: crypto.randomUUID(), network: "ozolmuiza", what: "A bench by the bus stop", spoke: "self" });
const refusals = () => world.rows<{ place: string | null; ability: string; kind: string }>(null, "select slug as place, ability, kind from auth.refusals left join providers on providers.id = provider_id order by at desc, ability");

const own = "http://localhost:3000";
const foreign: [string, Record<string, string>][] = [
  ["with no word of where it comes from", {}],
  ["from another site", { origin: "https://evil.example" }],
  ["from a page without an origin", { origin: "null" }],
  ["from another port of this computer", { origin: "http://localhost:3001" }],
  ["from an address that only begins like ours", { origin: "http://localhost:3000.evil.example" }],
  ["from our origin, says it, but the browser says otherwise", { origin: own, "sec-fetch-site": "cross-site" }],
  ["from a neighbour under the same domain", { origin: own, "sec-fetch-site": "same-site" }],
  ["from another site that claims to be our host", { origin: "https://evil.example", host: "evil.example", "x-forwarded-host": "localhost:3000" }],
];

test.each(foreign)("a form sent %s finds nothing, changes nothing and is noted", async (_how, headers) => {
  for (const person of [visitor(), await as("ilze")]) {
    person.browser.headers = headers;
    const { answer, wrote } = await writing(world, () => person.does(proposeIdea, anIdea()));
    expect({ answer, wrote }).toEqual({ answer: "not found", wrote: [] });
    expect((await refusals())[0]).toEqual({ place: null, ability: "propose idea", kind: "foreign origin" });
  }
});

test("a form from our own pages is taken, also by a browser that does not say whether it crossed a site", async () => {
  const ours: Record<string, string>[] = [{ origin: own }, { origin: own, "sec-fetch-site": "same-origin" }];
  for (const headers of ours) {
    const person = visitor();
    person.browser.headers = headers;
    expect(await person.does(proposeIdea, anIdea())).toEqual({ goTo: expect.stringContaining("/ticket/") });
  }
});

const places = ["nowhere", "Vidzeme", "", "vidzeme\0", "vidzeme'--", "../vidzeme", "v".repeat(81), "baltic-partnership"];

test.each(places)("at a provider called %j nobody is at home, not even for its own staff", async (provider) => {
  const answers = await Promise.all([visitor(), await as("ilze")].map((person: Person) => person.does(answerIdea, { provider, idea: waiting, version: "0", text: "Yes" })));
  expect(answers).toEqual(["not found", "not found"]);
  expect((await refusals())[0]).toEqual({ place: null, ability: "answer idea", kind: "unknown place" });
});

test("somebody who may not gets the same answer as at a provider that is not there, and is noted at the provider", async () => {
  const valdis = await as("valdis");
  const { answer, wrote } = await writing(world, () => valdis.does(answerIdea, { idea: waiting, version: "0", text: "Yes" }));
  expect({ answer, wrote }).toEqual({ answer: "not found", wrote: [] });
  expect((await refusals())[0]).toEqual({ place: "vidzeme", ability: "answer idea", kind: "not allowed" });
});

test("what is noted of a refused call is where, what and when, and never what was sent", async () => {
  const columns = await world.rows<{ name: string }>(null, "select attname as name from pg_attribute where attrelid = 'auth.refusals'::regclass and attnum > 0 order by attnum");
  expect(columns.map(({ name }) => name)).toEqual(["id", "provider_id", "ability", "kind", "at"]);
});
