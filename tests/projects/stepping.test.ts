import fc from "fast-check";
import { expect, test } from "vitest";
import { pauseProject } from "#lib/projects/actions.ts";
import { moves, nextState, stateRefusals, states, type State, type Taken } from "#lib/projects/steps.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, isSentOn, vidzeme, type Form } from "#tests/support/people.ts";
import { aProject, takes } from "./story.ts";

const world = inTheWorld();
const everyStep = Object.keys(moves) as Taken[];
const stateNow = async (id: string) => (await world.rows<{ state: State }>(vidzeme, "select state from projects where id = $1", [id]))[0]?.state;
const stepsOf = async (id: string) => (await world.rows<{ step: string }>(vidzeme, "select step from project_steps where project_id = $1 order by at, step = 'formed' desc", [id])).map(({ step }) => step);
const refusals: Record<string, string> = english.refusals;

test.each(states)("from “%s” every step that cannot be taken is refused in words and changes nothing", async (state) => {
  const ilze = await as("ilze");
  const id = await aProject(ilze, state);
  expect(await stateNow(id)).toBe(state);
  for (const step of everyStep.filter((one) => nextState(state, one) === null)) {
    const { answer, wrote } = await writing(world, () => takes(ilze, step, id));
    expect(answer, step).toMatchObject({ ok: false, refusal: refusals[stateRefusals[state]], typed: { why: "It is winter." } });
    expect(wrote, step).toEqual([]);
  }
  expect(await stateNow(id)).toBe(state);
});

test("whatever steps are tried in whatever order, the project and its steps say what the table says", async () => {
  const ilze = await as("ilze");
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...everyStep), { minLength: 1, maxLength: 7 }), async (tried) => {
    const id = await aProject(ilze, "forming");
    let state: State = "forming";
    const taken = ["formed"];
    for (const step of tried) {
      const next = nextState(state, step);
      expect(isSentOn(await takes(ilze, step, id))).toBe(next !== null);
      if (next) taken.push(step);
      state = next ?? state;
    }
    expect(await stateNow(id)).toBe(state);
    expect((await stepsOf(id)).toSorted()).toEqual(taken.toSorted());
  }), { numRuns: 12 });
});

test("a step says who, when and why, and leaves an event", async () => {
  const ilze = await as("ilze");
  const id = await aProject(ilze);
  expect(await takes(ilze, "paused", id, { why: "The hall is cold." })).toEqual({ goTo: `/en/at/vidzeme/projects/${id}` });
  expect(await world.rows(vidzeme, "select step, why, name, language from project_steps join members on members.id = member_id where project_id = $1 and step = 'paused'", [id])).toEqual([{ step: "paused", why: "The hall is cold.", name: "Ilze", language: "en" }]);
  expect(await world.rows(vidzeme, "select deed, changed from events where subject_id = $1 and deed = 'pause project'", [id])).toEqual([{ deed: "pause project", changed: "state" }]);
});

test("the same step sent twice is one step, also after the project went on", async () => {
  const ilze = await as("ilze");
  const [id, step] = [await aProject(ilze), crypto.randomUUID()];
  const first = await takes(ilze, "paused", id, { id: step });
  expect(await writing(world, () => takes(ilze, "paused", id, { id: step }))).toEqual({ answer: first, wrote: [] });
  await takes(ilze, "resumed", id);
  expect(await writing(world, () => takes(ilze, "paused", id, { id: step }))).toEqual({ answer: first, wrote: [] });
  expect(await stateNow(id)).toBe("running");
});

test("two who take different steps at the same moment: one step, and the other is told what it is now", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  for (const _ of [1, 2, 3]) {
    const id = await aProject(ilze, "forming");
    const answers = await Promise.all([takes(ilze, "started", id), takes(anna, "stopped", id)]);
    const steps = await stepsOf(id);
    // Started, then stopped, is a story too; stopped, then started, is none.
    expect(answers.filter(isSentOn)).toHaveLength(steps.length - 1);
    expect(steps).not.toEqual(["formed", "stopped", "started"]);
  }
});

test("closing keeps how it ended and the lesson; opened again and closed anew, both are kept", async () => {
  const ilze = await as("ilze");
  const id = await aProject(ilze);
  await takes(ilze, "closed", id);
  await takes(ilze, "reopened", id);
  expect(isSentOn(await takes(ilze, "closed", id, { outcome: "ended as planned" }))).toBe(true);
  const closings = await world.rows(vidzeme, "select outcome, goes_on_as, told, learned from closings join project_steps on project_steps.id = step_id where closings.project_id = $1 order by at", [id]);
  const said = { told: "The drivers go on.", learned: "two drivers are needed." };
  expect(closings).toEqual([{ outcome: "goes on", goes_on_as: "association", ...said }, { outcome: "ended as planned", goes_on_as: null, ...said }]);
});

test("a project that is nowhere, or another provider's, cannot be moved", async () => {
  const [ilze, birte] = [await as("ilze"), await as("birte")];
  const id = await aProject(ilze);
  for (const [person, project] of [[birte, id], [ilze, crypto.randomUUID()]] as const) {
    for (const step of everyStep) expect(await takes(person, step, project), step).toBe("not found");
  }
  expect(await ilze.does(pauseProject, { id: crypto.randomUUID(), project: "1; drop table projects", why: "So." })).toMatchObject({ ok: false, fields: { project: english.fields.strange } });
});

test("the same step with another text is refused in words, and the first text stands", async () => {
  const ilze = await as("ilze");
  const [id, pause, close] = [await aProject(ilze), crypto.randomUUID(), crypto.randomUUID()];
  await takes(ilze, "paused", id, { id: pause });
  const again = (step: Taken, more: Form) => writing(world, () => takes(ilze, step, id, more));
  expect(await again("paused", { id: pause, why: "The hall is cold." })).toMatchObject({ answer: { ok: false, refusal: refusals.stepTaken, typed: { why: "The hall is cold." } }, wrote: [] });
  await takes(ilze, "closed", id, { id: close });
  const others: Form[] = [{ outcome: "ended as planned" }, { goesOnAs: "company" }, { told: "Nobody goes on." }, { learned: "one driver is enough." }];
  for (const other of others) {
    expect(await again("closed", { id: close, ...other })).toMatchObject({ answer: { ok: false, refusal: refusals.stepTaken }, wrote: [] });
  }
  expect(await again("closed", { id: close })).toMatchObject({ answer: { goTo: `/en/at/vidzeme/projects/${id}` }, wrote: [] });
  expect(await world.rows(vidzeme, "select outcome, goes_on_as, told from closings where project_id = $1", [id])).toEqual([{ outcome: "goes on", goes_on_as: "association", told: "The drivers go on." }]);
});

test("steps stand in the order in which they moved the project, whatever the clock says", async () => {
  const ilze = await as("ilze");
  const clock = (now: string) => world.rows(null, `create or replace function moment() returns timestamptz language sql stable parallel safe as $$ select date_trunc('milliseconds', ${now}) $$`);
  const [frozen, late] = ["'2026-11-23 12:00+00'::timestamptz", "'2026-11-23 11:59:59+00'::timestamptz"];
  try {
    for (const then of [frozen, frozen, frozen, late]) {
      await clock(frozen);
      const id = await aProject(ilze, "paused");
      await clock(then); // earlier than the step before: whoever waited for a colleague had begun before them
      await takes(ilze, "resumed", id);
      const told = await world.rows<{ step: string }>(vidzeme, "select step from project_steps where project_id = $1 order by at desc, id desc", [id]);
      expect(told.map(({ step }) => step)).toEqual(["resumed", "paused", "started", "formed"]);
    }
  } finally {
    await clock("now()");
  }
});
