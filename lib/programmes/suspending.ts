import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import * as memberships from "#lib/access/memberships.ts";
import { here, Refusal } from "#lib/action/refusal.ts";

/** Takes back somebody's place in the programme; it waits for them. A manager stays, and nobody goes by their own hand. */
export async function suspendPartner(actor: Actor, memberId: string) {
  if (memberId === actor.id) throw new Refusal("notYourself");
  return settled(await memberships.suspend({ programmeId: actor.place.id, memberId }), memberId, "suspended");
}

/** Gives the place back, with the role they had. */
export async function restorePartner(actor: Actor, memberId: string) {
  return settled(await memberships.restore({ programmeId: actor.place.id, memberId }), memberId, "restored");
}

function settled(said: memberships.Changed, id: string, person: "suspended" | "restored") {
  if (said === "last") throw new Refusal("lastManager");
  here(said === "done" ? said : null);
  return { id, changed: ["suspended"], goTo: `?person=${person}#people` };
}
