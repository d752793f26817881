/** Where a micro project is. */
export const states = ["forming", "running", "paused", "closed", "stopped"] as const;
export type State = (typeof states)[number];

/** What moved it there; each step is kept with who, when and why. */
export const steps = ["formed", "started", "paused", "resumed", "closed", "stopped", "reopened"] as const;
export type Step = (typeof steps)[number];
export type Taken = Exclude<Step, "formed">;

/** From where to where each step leads. There are no others. */
export const moves: Record<Taken, { from: readonly State[]; to: State }> = {
  started: { from: ["forming"], to: "running" },
  paused: { from: ["running"], to: "paused" },
  resumed: { from: ["paused"], to: "running" },
  closed: { from: ["running", "paused"], to: "closed" },
  stopped: { from: ["forming", "running", "paused"], to: "stopped" },
  reopened: { from: ["closed", "stopped"], to: "running" },
};

/** What a step of another moment is answered with: what the project is now, and what can be done with it. Keys of refusals. */
export const stateRefusals: Record<State, string> = {
  forming: "projectForms", running: "projectRuns", paused: "projectRests", closed: "projectIsClosed", stopped: "projectIsStopped",
};

/** The state after a step, or null where the step cannot be taken; "" is before there is a project. */
export function nextState(state: State | "", step: Step): State | null {
  if (step === "formed") return state === "" ? "forming" : null;
  return state !== "" && moves[step].from.includes(state) ? moves[step].to : null;
}

/** A state as it stands in the database, where a check allows these and no others. */
export function stateOf({ state }: { state: string }): State {
  return states.find((known) => known === state) ?? "stopped";
}

/** A claim from an address. */
export function stateIn(claim: string | string[] | undefined): State | undefined {
  return states.find((state) => state === claim);
}
