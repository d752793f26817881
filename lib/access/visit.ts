import "server-only";
import { randomUUID } from "node:crypto";
import { attachVisit, beginTicket, beginVisit, endSession, endVisit, openInSession, renewSession } from "./accounts.ts";
import type { Actor, Contributor } from "./actor.ts";
import { giveCookie, newSecret, sessionHash, takeCookie, visitSeconds } from "./session.ts";

/** A visit under way: keep it once the deed is committed, or drop it when the deed came to nothing. */
export type Visit = { keep: () => Promise<void>; drop: () => Promise<void> };

/** The visitor with an id, and the visit that carries it; a known contributor stays who they are. */
export async function asContributor(actor: Actor): Promise<{ contributor: Contributor; visit?: Visit }> {
  if (actor.kind !== "visitor") return { contributor: actor };
  const id = randomUUID();
  return { contributor: { ...actor, kind: "participant", id }, visit: await openVisit(actor.place.id, id) };
}

async function openVisit(providerId: string, participantId: string): Promise<Visit> {
  const known = await sessionHash();
  if (known && (await attachVisit({ hash: known, providerId, participantId }))) {
    return { keep: () => renewed(known), drop: () => endVisit({ hash: known, providerId }) };
  }
  return newVisit(providerId, participantId);
}

/** A session of its own for a participant, whatever the browser had before. */
export async function newVisit(providerId: string, participantId: string): Promise<Visit> {
  const { secret, hash } = newSecret();
  await beginVisit({ hash, providerId, participantId, seconds: visitSeconds });
  return { keep: () => giveCookie(secret, visitSeconds), drop: () => endSession(hash) };
}

/** Lets this browser read one idea: its three words were typed here. Who is asking stays who they are. */
export async function openTicket(providerId: string, ideaId: string): Promise<void> {
  const known = await sessionHash();
  if (known && (await openInSession({ hash: known, providerId, ideaId }))) return renewed(known);
  const { secret, hash } = newSecret();
  await beginTicket({ hash, providerId, ideaId, seconds: visitSeconds });
  await giveCookie(secret, visitSeconds);
}

/** Ends this browser's session everywhere, at once. */
export async function endVisitHere(): Promise<void> {
  const known = await sessionHash();
  if (known) await endSession(known);
  await takeCookie();
}

// Whenever a session may do more than before its secret changes: who knew the old one, or had planted it, learns nothing.
async function renewed(known: Buffer): Promise<void> {
  const { secret, hash } = newSecret();
  if (await renewSession(known, hash)) await giveCookie(secret, visitSeconds);
}
