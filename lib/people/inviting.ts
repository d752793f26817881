import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import { countToday } from "#lib/access/accounts.ts";
import { invitePerson, rolesAt } from "#lib/access/memberships.ts";
import type { Db } from "#lib/data/within.ts";
import { send } from "#lib/jobs/jobs.ts";
import { rolesIn, type Invited } from "./member.ts";

/** Invites somebody by a letter. Whether their address has an account elsewhere changes nothing that could be seen here. */
export async function invite(db: Db, { place }: Actor, invited: Invited) {
  const { name, email, reads: language } = invited;
  const added = (id: string) => db.member.createManyAndReturn({ data: { id, name, email }, skipDuplicates: true, select: { id: true } });
  let [made] = await added(invited.id);
  if (!made) {
    if (await db.member.findFirst({ where: { id: invited.id, name, email }, select: { id: true } })) return { id: invited.id, again: true };
    [made] = await added(randomUUID());
    if (!made) throw new Refusal("emailHere", { field: "email" });
  }
  await send(db, "send-invitation", { providerId: place.id, id: made.id }, 0);
  // Last, since accounts lie behind another connection: when this fails, the rest is undone too.
  await invitePerson({ providerId: place.id, memberId: made.id, name, email, language, roles: rolesIn(invited) });
  return { id: made.id };
}

// With the first one these are five letters in a day: nobody is to be flooded from here.
const mostAgain = 4;

/** Sends the letter once more, to somebody who has not come in yet. */
export async function inviteAgain(db: Db, { place }: Actor, memberId: string) {
  const { joinedAt, suspendedAt } = here((await rolesAt({ providerId: place.id })).get(memberId));
  if (suspendedAt) throw new Refusal("memberSuspended");
  if (joinedAt) throw new Refusal("memberJoined");
  if ((await countToday(`${place.id} letter again to ${memberId}`)) > mostAgain) throw new Refusal("invitedOften");
  await send(db, "send-invitation", { providerId: place.id, id: memberId }, 0);
  return { id: memberId };
}
