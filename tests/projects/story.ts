/** A micro project as staff make one through the product's own deeds, for tests. */
import { answerIdea, proposeIdea } from "#lib/ideas/actions.ts";
import { adoptIdea, beginProject, closeProject, pauseProject, reopenProject, resumeProject, startProject, stopProject } from "#lib/projects/actions.ts";
import type { State, Taken } from "#lib/projects/steps.ts";
import { isSentOn, vidzeme, visitor, type Answer, type Form, type Person } from "#tests/support/people.ts";

export const network = vidzeme.networks[0];
export const idOf = (answer: Answer) => (isSentOn(answer) ? String(answer.goTo.split("/").at(-1)?.split(/[?#]/)[0]) : "");

export const words = (more: Form = {}): Form => ({
  id: crypto.randomUUID(), title: "The bus that waits", place: "Ozolmuiža", focusGroup: "older people", group: "", owner: "nobody yet", ownerCalled: "", ownerReason: "We still look for somebody.", planned: "640", currency: "EUR", ...more,
});

/** An idea that was said; answered where `by` answers it. */
export async function anIdea(by?: Person): Promise<string> {
  const id = idOf(await visitor().does(proposeIdea, { id: crypto.randomUUID(), network: String(network?.slug), what: "The bus should wait until the doctor is done", spoke: "self" }));
  await by?.does(answerIdea, { idea: id, version: "0", text: "We try it in May." });
  return id;
}

export async function anAdopted(person: Person, more: Form = {}): Promise<{ idea: string; project: string }> {
  const idea = await anIdea(person);
  return { idea, project: idOf(await person.does(adoptIdea, words({ idea, ...more }))) };
}

const deeds = { started: startProject, paused: pauseProject, resumed: resumeProject, closed: closeProject, stopped: stopProject, reopened: reopenProject };
const ways: Record<State, Taken[]> = { forming: [], running: ["started"], paused: ["started", "paused"], closed: ["started", "closed"], stopped: ["stopped"] };

/** Takes a step with everything that any step may ask for. */
export function takes(person: Person, step: Taken, project: string, more: Form = {}): Promise<Answer> {
  return person.does(deeds[step], { id: crypto.randomUUID(), project, why: "It is winter.", outcome: "goes on", goesOnAs: "association", told: "The drivers go on.", learned: "two drivers are needed.", ...more });
}

/** A project begun without an idea and brought into a state. */
export async function aProject(person: Person, state: State = "running", more: Form = {}): Promise<string> {
  const id = idOf(await person.does(beginProject, words({ network: String(network?.id), withoutIdea: "The group began by itself.", ...more })));
  for (const step of ways[state]) await takes(person, step, id);
  return id;
}
