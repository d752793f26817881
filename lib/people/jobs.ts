import "server-only";
import { personOf } from "#lib/access/memberships.ts";
import { publicRead } from "#lib/data/public-read.ts";
import { env } from "#lib/env.ts";
import { whenSent, type Task } from "#lib/jobs/jobs.ts";
import { sendLetter } from "#lib/mail/mail.ts";
import { invitationLetter } from "./invitation.ts";

export function workOnPeople(): void {
  whenSent("send-invitation", sendInvitation);
}

/** Sends the letter to somebody invited to a provider or a programme; who is not there any more gets none. */
export async function sendInvitation({ providerId, programmeId, id }: Task): Promise<void> {
  const place = await placeNamed(providerId, programmeId);
  const person = await personOf({ ...(providerId ? { providerId } : { programmeId: programmeId ?? "" }), memberId: id });
  if (place && person) await sendLetter(await invitationLetter({ ...person, place: place.name, origin: env().APP_ORIGIN }));
}

function placeNamed(providerId: string | undefined, programmeId: string | undefined) {
  const select = { name: true } as const;
  return providerId ? publicRead.provider.findFirst({ where: { id: providerId }, select }) : publicRead.programme.findFirst({ where: { id: programmeId }, select });
}
