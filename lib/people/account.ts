import "server-only";
import { z } from "zod";
import { identitiesOf } from "#lib/access/outside-identities.ts";
import { passkeysOf } from "#lib/access/passkeys.ts";
import { isFreshHere } from "#lib/access/proof.ts";
import { endOwnSession, homesOf, joinPlace, ownerOf, sessionsOf, type Home } from "#lib/access/own-account.ts";
import { sessionHash } from "#lib/access/session.ts";
import { endVisitHere } from "#lib/access/visit.ts";
import { here, Refusal } from "#lib/action/refusal.ts";
import { uuidShape } from "#lib/data/shapes.ts";
import { env } from "#lib/env.ts";

/** Where somebody's work at a place begins. */
export const wayInto = ({ door, slug }: Pick<Home, "door" | "slug">) => (door === "provider" ? `/at/${slug}/today` : `/programme/${slug}`);

/** A place that somebody was invited to. */
export const WhichPlace = z.object({ place: z.string().regex(uuidShape) });

/** Says yes to an invitation. The same no for a place that is not there, not theirs, or not theirs any more. */
export async function accept({ place }: z.output<typeof WhichPlace>): Promise<{ goTo: string }> {
  const session = await sessionHash();
  if (!session || !(await ownerOf(session))) return { goTo: "/account" }; // where the way to sign in is
  const home = await joinPlace(session, place);
  if (!home) throw new Refusal("placeGone");
  return { goTo: wayInto(home) };
}

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

/** Who is signed in here, where they work, on which devices, and by what else they can come in; null for visitors. `fresh`: they proved lately who they are. */
export async function ownAccount() {
  const session = await sessionHash();
  const person = await ownerOf(session);
  if (!person) return null;
  const [homes, sessions, passkeys, identities, fresh] = await Promise.all([homesOf(person.id), sessionsOf(person.id, session), passkeysOf(person.id), identitiesOf(person.id, env().OIDC_ISSUER), isFreshHere()]);
  return { person, homes, sessions, passkeys, identities, fresh };
}
