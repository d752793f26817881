import fc from "fast-check";
import { expect, test } from "vitest";
import { moves, nextState, stateIn, stateOf, stateRefusals, states, steps, type State, type Step } from "#lib/projects/steps.ts";
import english from "#messages/en.json" with { type: "json" };

/** The whole story of a micro project, written down once more by hand: from where each step leads, and where to. */
const told: Record<Step, Partial<Record<State | "", State>>> = {
  formed: { "": "forming" },
  started: { forming: "running" },
  paused: { running: "paused" },
  resumed: { paused: "running" },
  closed: { running: "closed", paused: "closed" },
  stopped: { forming: "stopped", running: "stopped", paused: "stopped" },
  reopened: { closed: "running", stopped: "running" },
};
const anyState = fc.constantFrom<State | "">("", ...states);
const anyStep = fc.constantFrom(...steps);

test("a step leads where the table says, from every state, and nowhere else", () => {
  fc.assert(fc.property(anyState, anyStep, (state, step) => nextState(state, step) === (told[step][state] ?? null)));
  for (const state of ["", ...states] as const) for (const step of steps) expect(nextState(state, step), `${step} from ${state}`).toBe(told[step][state] ?? null);
});

test("whatever is tried in whatever order, a project is always in one of its states, and a step that cannot be taken changes nothing", () => {
  fc.assert(fc.property(fc.array(anyStep, { maxLength: 40 }), (tried) => {
    let state: State | "" = "";
    for (const step of tried) {
      const next = nextState(state, step);
      expect(next === null).toBe(told[step][state] === undefined);
      state = next ?? state;
    }
    expect(["", ...states]).toContain(state);
    // Nothing happens before it was formed, and it is formed once.
    expect(state === "").toBe(!tried.includes("formed"));
  }));
});

test("no state is a dead end, and each says in words what can be done", () => {
  for (const state of states) {
    expect(Object.values(moves).some(({ from }) => from.includes(state))).toBe(true);
    expect(english.refusals).toHaveProperty(stateRefusals[state]);
  }
});

test("an address can ask for the states there are", () => {
  expect(states.map((state) => stateIn(state))).toEqual([...states]);
  for (const claim of [undefined, "", "Running", "lost", ["running"], "toString"]) expect(stateIn(claim)).toBeUndefined();
  expect(stateOf({ state: "paused" })).toBe("paused");
});
