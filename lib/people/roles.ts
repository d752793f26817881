import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import * as memberships from "#lib/access/memberships.ts";
import type { Db } from "#lib/data/within.ts";
import type { MemberRole } from "./member.ts";

/** Gives somebody these roles and no others, and ends their sessions. A provider keeps one administrator. */
export async function changeRoles(db: Db, actor: Actor, { member, roles }: { member: string; roles: MemberRole[] }) {
  const where = await memberHere(db, actor, member);
  const former = here((await memberships.rolesAt(where)).get(member)).roles;
  if (former.length === roles.length && roles.every((role) => former.includes(role))) return { id: member, again: true };
  return settled(await memberships.changeRoles({ ...where, memberId: member, roles }), actor, member, "roles");
}

/** Shuts somebody out from their next request on; their roles wait. */
export async function suspend(db: Db, actor: Actor, member: string) {
  const where = await memberHere(db, actor, member);
  return settled(await memberships.suspend({ ...where, memberId: member }), actor, member, "suspended");
}

/** Lets somebody in again, with the roles they had. */
export async function restore(db: Db, actor: Actor, member: string) {
  const where = await memberHere(db, actor, member);
  return settled(await memberships.restore({ ...where, memberId: member }), actor, member, "suspended");
}

async function memberHere(db: Db, { place }: Actor, id: string) {
  here(await db.member.findFirst({ where: { id }, select: { id: true } }));
  return { providerId: place.id };
}

// Whoever changed themselves is a visitor now, and goes where visitors are welcome.
function settled(said: "done" | "last" | "not there", actor: Actor, id: string, changed: string) {
  if (said === "last") throw new Refusal("lastAdmin");
  here(said === "done" ? said : null);
  return { id, changed: [changed], ...(id === actor.id && { goTo: "" }) };
}
