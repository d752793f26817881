import "server-only";
import { randomUUID } from "node:crypto";
import { attachVisit, beginVisit, endSession, endVisit } from "./accounts.ts";
import type { Actor, Contributor } from "./actor.ts";
import { giveCookie, newSecret, sessionHash, visitSeconds } from "./session.ts";

/** A visit under way: keep it once the deed is committed, or drop it when the deed came to nothing. */
export type Visit = { keep: () => Promise<void>; drop: () => Promise<void> };

/** The visitor with an id, and the visit that carries it; a known contributor stays who they are. */
export async function asContributor(actor: Actor): Promise<{ contributor: Contributor; visit?: Visit }> {
  if (actor.kind !== "visitor") return { contributor: actor };
  const id = randomUUID();
  const visit = await openVisit(actor.place.id, id);
  return { contributor: { ...actor, kind: "participant", id }, visit };
}

/** Lets this browser speak for a participant. Only a session of our own making is used: a secret planted from outside opens nothing. */
export async function openVisit(providerId: string, participantId: string): Promise<Visit> {
  const known = await sessionHash();
  if (known && (await attachVisit({ hash: known, providerId, participantId }))) {
    return { keep: async () => {}, drop: () => endVisit({ hash: known, providerId }) };
  }
  const { secret, hash } = newSecret();
  await beginVisit({ hash, providerId, participantId, seconds: visitSeconds });
  return { keep: () => giveCookie(secret, visitSeconds), drop: () => endSession(hash) };
}
