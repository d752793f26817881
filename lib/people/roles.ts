import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import * as memberships from "#lib/access/memberships.ts";
import type { MemberRole } from "./member.ts";
import { hasAnotherAdmin } from "./standings.ts";

/** Gives somebody these roles and no others. A provider keeps one administrator. */
export async function changeRoles(actor: Actor, { member, roles }: { member: string; roles: MemberRole[] }) {
  // Reading ideas is not taken but given: where there is a second administrator, by them.
  if (member === actor.id && hasAnotherAdmin(await memberships.rolesAt({ providerId: actor.place.id }), member)) throw new Refusal("ownRoles");
  return settled(await memberships.changeRoles({ providerId: actor.place.id, memberId: member, roles }), actor, member, "roles");
}

/** Shuts somebody out from their next request on; their roles wait. */
export async function suspend(actor: Actor, member: string) {
  return settled(await memberships.suspend({ providerId: actor.place.id, memberId: member }), actor, member, "suspended");
}

/** Lets somebody in again, with the roles they had. */
export async function restore(actor: Actor, member: string) {
  return settled(await memberships.restore({ providerId: actor.place.id, memberId: member }), actor, member, "suspended");
}

// Whoever changed themselves may be a visitor now, and goes where visitors are welcome.
function settled(said: memberships.Changed, actor: Actor, id: string, changed: string) {
  if (said === "same") return { id, again: true };
  if (said === "last") throw new Refusal("lastAdmin");
  here(said === "done" ? said : null);
  return { id, changed: [changed], ...(id === actor.id && { goTo: "" }) };
}
