import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { send } from "#lib/jobs/jobs.ts";
import type { AnsweredInvitation, PartnershipState } from "./programme.ts";

/** A leader says yes or no for the house; who has said no may still say yes. */
export function answerTo(db: Db, actor: Actor, { invitation, says }: AnsweredInvitation) {
  return step(db, actor, invitation, { from: says === "joined" ? ["invited", "declined"] : ["invited"], to: says });
}

/** The house leaves a programme that it had joined. */
export function leave(db: Db, actor: Actor, programmeId: string) {
  return step(db, actor, programmeId, { from: ["joined"], to: "left" });
}

const refusals: Record<PartnershipState, string> = { invited: "invitationOpen", joined: "programmeJoined", declined: "invitationDeclined", left: "programmeLeft" };

// What is already as it should be, as when a form is sent twice, is done; anything else is said in words.
async function step(db: Db, actor: Actor, programmeId: string, { from, to }: { from: PartnershipState[]; to: PartnershipState }) {
  const { count } = await db.joining.updateMany({ where: { programmeId, state: { in: from } }, data: { state: to, stateAt: actor.at } });
  if (count === 0) {
    const { state } = here(await db.joining.findFirst({ where: { programmeId }, select: { state: true } }));
    if (state !== to) throw new Refusal(refusals[state as PartnershipState]);
    return { id: programmeId, again: true };
  }
  await send(db, "tell-programme", { providerId: actor.place.id, id: programmeId }, 0);
  return { id: programmeId, changed: ["state"] };
}
