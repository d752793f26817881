import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import type { ClosingStep } from "./project.ts";
import { moves, nextState, stateOf, stateRefusals, type Taken } from "./steps.ts";

type Told = { id: string; project: string; why?: string; closing?: Pick<ClosingStep, "outcome" | "goesOnAs" | "told" | "learned"> };

/** Takes a step and says who, when and why. One that cannot be taken now is refused in words; the same form again is the same step. */
export async function take(db: Db, actor: Actor, step: Taken, { id, project, why = "", closing }: Told, locale: string) {
  // Held until the deed is done: of two steps at once the second is taken after the first, and finds what it left.
  const [held] = await db.$queryRaw<{ networkId: string; state: string }[]>`
    select network_id::text as "networkId", state from projects where provider_id = ${actor.place.id}::uuid and id = ${project}::uuid for no key update`;
  const { networkId, ...there } = here(held);
  const ending = closing && { ...closing, goesOnAs: closing.outcome === "goes on" ? (closing.goesOnAs ?? null) : null };
  const row = { id, project, step, why, memberId: here(actor.id), language: contentLanguage(locale), closing: ending };
  // The step before the state: a form that comes twice is known by its step, whatever became of the project in between. A no undoes both.
  if (!(await written(db, actor, row))) {
    if (await isTaken(db, row)) return { id: project, again: true };
    await written(db, actor, { ...row, id: randomUUID() });
  }
  const state = nextState(stateOf(there), step);
  if (!state) throw new Refusal(stateRefusals[stateOf(there)]);
  await db.project.updateMany({ where: { id: project, state: { in: [...moves[step].from] } }, data: { state } });
  return { id: project, networkId, changed: ["state"] };
}

type Closing = { outcome: string; goesOnAs: string | null; told: string; learned: string };
type Row = { id: string; project: string; step: Taken; why: string; memberId: string; language: string; closing?: Closing };

// The step and how it ended are told in one statement. Later than every step before, whatever the clock says: who waited for a
// colleague had begun before them, and the figures read the steps in order.
async function written(db: Db, actor: Actor, { id, project, step, why, memberId, language, closing }: Row): Promise<boolean> {
  const place = actor.place.id;
  const made = await db.$queryRaw<unknown[]>`
    with taken as (
      insert into project_steps (provider_id, id, project_id, step, why, language, member_id, at)
      select ${place}::uuid, ${id}::uuid, ${project}::uuid, ${step}, ${why}, ${language}, ${memberId}::uuid, greatest(moment(), max(at) + interval '1 millisecond')
      from project_steps where provider_id = ${place}::uuid and project_id = ${project}::uuid
      on conflict do nothing returning provider_id, id),
    told as (
      insert into closings (provider_id, step_id, project_id, outcome, goes_on_as, told, learned, language)
      select provider_id, id, ${project}::uuid, ${closing?.outcome ?? null}, ${closing?.goesOnAs ?? null}, ${closing?.told ?? null}, ${closing?.learned ?? null}, ${language}
      from taken where ${closing !== undefined}::boolean)
    select id::text as id from taken`;
  return made.length === 1;
}

// One's own step under this id; told otherwise now, it is refused: what was kept then stands.
async function isTaken(db: Db, { id, project, step, why, memberId, closing }: Row): Promise<boolean> {
  const taken = await db.projectStep.findFirst({
    where: { id, projectId: project, step, memberId },
    select: { why: true, closing: { select: { outcome: true, goesOnAs: true, told: true, learned: true } } },
    relationLoadStrategy: "join",
  });
  if (!taken) return false;
  const keptAs = (kept?: Closing | null) => JSON.stringify([kept?.outcome, kept?.goesOnAs, kept?.told, kept?.learned]);
  if (taken.why !== why || keptAs(taken.closing) !== keptAs(closing)) throw new Refusal("stepTaken");
  return true;
}
