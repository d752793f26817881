import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import { invitePerson } from "#lib/access/memberships.ts";
import type { Db } from "#lib/data/within.ts";
import { send } from "#lib/jobs/jobs.ts";
import type { InvitedPartner } from "./programme.ts";

/** Invites a provider, also one that had said no or had left; a job tells it. Who is invited already stays so. */
export async function inviteTo(db: Db, actor: Actor, providerId: string) {
  const invited = { state: "invited", stateAt: actor.at };
  // A provider that nobody knows fails by its foreign key: not found.
  const { count: first } = await db.partnership.createMany({ data: { providerId, ...invited }, skipDuplicates: true });
  const { count: once } = first ? { count: 1 } : await db.partnership.updateMany({ where: { providerId, state: { in: ["declined", "left"] } }, data: invited });
  if (once === 0) {
    const { state } = here(await db.partnership.findFirst({ where: { providerId }, select: { state: true } }));
    if (state === "joined") throw new Refusal("providerIsIn");
    return { id: providerId, again: true };
  }
  await send(db, "tell-provider", { programmeId: actor.place.id, id: providerId }, 0);
  return { id: providerId, changed: ["state"] };
}

/** Gives somebody a place and a role in the programme and sends them a letter. The same form again is the same person; an address that is in is said. */
export async function invitePartner(db: Db, actor: Actor, partner: InvitedPartner) {
  const { name, email, speaks, role } = partner;
  const madeAs = (id: string) => db.programmeMember.createManyAndReturn({ data: { id, name, email }, skipDuplicates: true, select: { id: true } });
  let [made] = await madeAs(partner.id);
  if (!made) {
    const taken = await db.programmeMember.findFirst({ where: { email }, select: { id: true, name: true } });
    if (taken?.id === partner.id && taken.name === name) return { id: taken.id, again: true };
    if (taken) throw new Refusal("partnerIsIn", { field: "email" });
    [made] = await madeAs(randomUUID());
  }
  const memberId = here(made).id;
  await send(db, "send-invitation", { programmeId: actor.place.id, id: memberId }, 0);
  // Last, since it lies with the accounts: what fails before leaves nothing there.
  await invitePerson({ programmeId: actor.place.id, memberId, name, email, language: speaks, roles: [role] });
  return { id: memberId };
}
