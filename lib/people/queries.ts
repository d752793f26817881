import "server-only";
import { here } from "#lib/action/refusal.ts";
import type { Standing } from "#lib/access/memberships.ts";
import { momentPlace, pageOf, type Moment } from "#lib/data/paging.ts";
import type { Db } from "#lib/data/within.ts";
import { readsIdeas } from "./standings.ts";

/** The provider's people by name: whom a group can call. */
export function members(db: Db) {
  return db.member.findMany({ select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 200 });
}

/** Those of the provider's people who read and answer ideas, by name. */
export function readers(db: Db, accounts: ReadonlyMap<string, Standing>) {
  const ids = [...accounts].filter(([, account]) => readsIdeas(account)).map(([id]) => id);
  return db.member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 200 });
}

const pageSize = 50;

/** The provider's people for its administrator, who came last first; a page of 50 and where the next one begins. */
export async function people(db: Db, after?: Moment) {
  const found = await db.member.findMany({
    where: after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] },
    select: { id: true, name: true, email: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
  });
  return pageOf(found, pageSize, ({ createdAt, id }) => momentPlace({ at: createdAt, id }));
}
export type ListedMember = Awaited<ReturnType<typeof people>>["rows"][number];

/** One of the provider's people, for its administrator. */
export async function memberToChange(db: Db, id: string) {
  return here(await db.member.findFirst({ where: { id }, select: { id: true, name: true, email: true } }));
}
