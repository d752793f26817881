import "server-only";
import { z } from "zod";
import { endOwnSession, homesOf, ownerOf, sessionsOf } from "#lib/access/own-account.ts";
import { sessionHash } from "#lib/access/session.ts";
import { endVisitHere } from "#lib/access/visit.ts";
import { here } from "#lib/action/refusal.ts";
import { uuidShape } from "#lib/data/shapes.ts";

/** One of one's own sessions by its id, or all others. */
export const WhichSession = z.object({ session: z.union([z.literal("others"), z.string().regex(uuidShape)]) });

/** Signs out another device; not found where the session is not one's own. */
export async function endOne({ session }: z.output<typeof WhichSession>): Promise<{ goTo: string }> {
  const mine = await sessionHash();
  if (mine) here((await endOwnSession(mine, session)) || null);
  return { goTo: "/account?ended=1" };
}

/** Signs out this browser. */
export async function leave(): Promise<{ goTo: string }> {
  await endVisitHere();
  return { goTo: "/sign-in" };
}

/** Who is signed in here, where they work, and on which devices; null for visitors. */
export async function ownAccount() {
  const session = await sessionHash();
  const person = await ownerOf(session);
  if (!person) return null;
  const [homes, sessions] = await Promise.all([homesOf(person.id), sessionsOf(person.id, session)]);
  return { person, homes, sessions };
}
