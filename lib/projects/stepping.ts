import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import type { ClosingStep } from "./project.ts";
import { moves, stateOf, stateRefusals, type Taken } from "./steps.ts";

type Told = { id: string; project: string; why?: string; closing?: Pick<ClosingStep, "outcome" | "goesOnAs" | "told" | "learned"> };

/** Takes a step and says who, when and why. One that cannot be taken now is refused in words; the same form again is the same step. */
export async function take(db: Db, actor: Actor, step: Taken, { id, project, why = "", closing }: Told, locale: string) {
  const [memberId, language, { from, to }] = [here(actor.id), contentLanguage(locale), moves[step]];
  const takenAs = (as: string) => db.projectStep.createManyAndReturn({ data: { id: as, projectId: project, step, why, language, memberId }, skipDuplicates: true, select: { id: true } });
  // The step before the state: a form that comes twice is known by its step, whatever became of the project in between. A no undoes both.
  let [taken] = await takenAs(id);
  if (!taken) {
    if (await db.projectStep.findFirst({ where: { id, projectId: project, step, memberId }, select: { id: true } })) return { id: project, again: true };
    [taken] = await takenAs(randomUUID());
  }
  const [moved] = await db.project.updateManyAndReturn({ where: { id: project, state: { in: [...from] } }, data: { state: to }, select: { networkId: true } });
  if (!moved) throw new Refusal(stateRefusals[stateOf(here(await db.project.findFirst({ where: { id: project }, select: { state: true } })))]);
  if (closing) {
    const { outcome, goesOnAs, told, learned } = closing;
    await db.closing.createMany({ data: { stepId: here(taken).id, projectId: project, outcome, goesOnAs: outcome === "goes on" ? goesOnAs : null, told, learned, language } });
  }
  return { id: project, networkId: moved.networkId, changed: ["state"] };
}
