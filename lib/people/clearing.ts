import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";

/** Removes what was being written; the session ends once that is committed. Goes to the provider's public page. */
export async function clear(db: Db, actor: Actor) {
  if (actor.id) await db.draft.deleteMany({ where: { actorKind: actor.kind, actorId: actor.id } });
  return { id: actor.id ?? actor.place.id, ends: true, goTo: "?cleared=1" };
}
