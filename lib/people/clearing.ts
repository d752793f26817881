import "server-only";
import { endSession } from "#lib/access/accounts.ts";
import type { Actor } from "#lib/access/actor.ts";
import { sessionHash, takeCookie } from "#lib/access/session.ts";
import type { Db } from "#lib/data/within.ts";

/** Ends the session everywhere and removes what was being written; answers where to go: the provider's public page. */
export async function clear(db: Db, actor: Actor) {
  const hash = await sessionHash();
  if (actor.id) await db.draft.deleteMany({ where: { actorKind: actor.kind, actorId: actor.id } });
  if (hash) await endSession(hash);
  await takeCookie();
  return { id: actor.id ?? actor.place.id, goTo: "?cleared=1" };
}
