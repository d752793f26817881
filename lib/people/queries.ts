import "server-only";
import { here } from "#lib/action/refusal.ts";
import type { Standing } from "#lib/access/memberships.ts";
import { uuidShape } from "#lib/data/shapes.ts";
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
/** Where the next page begins: after this person. */
type After = { createdAt: Date; id: string };

/** The provider's people for its administrator, who came last first; a page of 50 and where the next one begins. */
export async function people(db: Db, after?: After) {
  const found = await db.member.findMany({
    where: after && { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] },
    select: { id: true, name: true, email: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
  });
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  return { shown, next: found.length > pageSize && last ? `${last.createdAt.getTime()}_${last.id}` : null };
}
export type ListedMember = Awaited<ReturnType<typeof people>>["shown"][number];

/** One of the provider's people, for its administrator. */
export async function memberToChange(db: Db, id: string) {
  return here(await db.member.findFirst({ where: { id }, select: { id: true, name: true, email: true } }));
}

/** The place in the list that an address names; what cannot be one is the beginning. */
export function afterIn(address: string | string[] | undefined): After | undefined {
  const [, milliseconds, id] = /^(\d{1,14})_(.{36})$/.exec(String(address ?? "")) ?? [];
  return milliseconds && id && uuidShape.test(id) ? { createdAt: new Date(Number(milliseconds)), id } : undefined;
}
