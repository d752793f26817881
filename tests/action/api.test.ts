import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { POST } from "#app/api/deeds/[deed]/route.ts";
import { deeds } from "#lib/action/action.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const address = (deed: string) => `http://localhost:3000/api/deeds/${deed}`;
const anIdea = () => ({ provider: "vidzeme", language: "en", id: randomUUID(), network: "ozolmuiza", what: "A bench by the bus stop", spoke: "self" });

/** Sends a body to a deed's own address, as another program would. */
async function sends(person: Person, deed: string, body: string | FormData, headers: Record<string, string> = {}) {
  const length = typeof body === "string" ? { "content-length": String(Buffer.byteLength(body)) } : { "content-length": "1000" };
  const answer = await person.sees(() => POST(new Request(address(deed), { method: "POST", body, headers: { ...length, ...headers } }), { params: Promise.resolve({ deed }) }));
  return answer === "not found" ? answer : { status: answer.status, said: (await answer.json()) as object };
}
const json = (person: Person, deed: string, body: unknown) => sends(person, deed, JSON.stringify(body), { "content-type": "application/json" });

test("every deed has an address of its own that survives a build", () => {
  for (const name of deeds.keys()) expect(name).toMatch(/^[a-z]+( [a-z]+)*$/);
});

test("another program proposes an idea by JSON or by a form, and it is recorded where it came in", async () => {
  const idea = anIdea();
  expect(await json(visitor(), "propose-idea", idea)).toEqual({ status: 200, said: { ok: true, subject: idea.id, goTo: `/en/at/vidzeme/ticket/${idea.id}` } });
  expect(await world.rows(vidzeme, "select deed, origin from events where subject_id = $1", [idea.id])).toEqual([{ deed: "propose idea", origin: "api" }]);
  const form = new FormData();
  for (const [name, value] of Object.entries(anIdea())) form.append(name, value);
  expect(await sends(visitor(), "propose-idea", form)).toMatchObject({ status: 200, said: { ok: true } });
});

test("what is wrong is said in the same words", async () => {
  expect(await json(visitor(), "propose-idea", { ...anIdea(), what: "" })).toMatchObject({ status: 422, said: { ok: false, fields: { what: english.fields.whatMissing } } });
});

test("the guards are the same: origin, place, role", async () => {
  const stranger = visitor();
  stranger.browser.headers = {};
  const answering = { provider: "vidzeme", language: "en", idea: String(vidzeme.networks[0]?.ideas[2]?.id), version: "0", text: "Yes" };
  const { answer, wrote } = await writing(world, async () => [
    await json(stranger, "propose-idea", anIdea()),
    await json(visitor(), "propose-idea", { ...anIdea(), provider: "nowhere" }),
    await json(visitor(), "answer-idea", answering),
  ]);
  expect({ answer, wrote }).toEqual({ answer: ["not found", "not found", "not found"], wrote: [] });
  expect(await json(await as("ilze"), "answer-idea", answering)).toMatchObject({ status: 200 });
});

test.each(["drop-table", "propose_idea", "", "constructor", "__proto__"])("there is no deed at %j", async (deed) => {
  expect(await json(visitor(), deed, anIdea())).toMatchObject({ status: 404 });
});

test.each(["{", "null", "[[]]", "\"words\"", ""])("what is no form is no deed: %j", async (body) => {
  const { answer, wrote } = await writing(world, () => sends(visitor(), "propose-idea", body, { "content-type": "application/json" }));
  expect(answer === "not found" || answer.status >= 400).toBe(true);
  expect(wrote).toEqual([]);
});

test("things inside things are no words: only flat text is part of a form", async () => {
  expect(await json(visitor(), "propose-idea", { ...anIdea(), what: { toString: "A bench" } })).toMatchObject({ status: 422, said: { fields: { what: english.fields.whatMissing } } });
  expect(await json(visitor(), "propose-idea", { ...anIdea(), what: ["A bench"] })).toMatchObject({ status: 422 });
});

test("a megabyte of words is not read", async () => {
  const { answer, wrote } = await writing(world, () => json(visitor(), "propose-idea", { ...anIdea(), what: "x".repeat(1_048_576) }));
  expect(answer).toMatchObject({ status: 400 });
  expect(wrote).toEqual([]);
});
