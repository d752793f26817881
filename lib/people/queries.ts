import "server-only";
import type { Db } from "#lib/data/within.ts";

/** The provider's people by name: whom a group can call. */
export function members(db: Db) {
  return db.member.findMany({ select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 200 });
}
