import "server-only";
import { here } from "#lib/action/refusal.ts";
import { pageOf } from "#lib/data/paging.ts";
import { slugShape } from "#lib/data/shapes.ts";
import type { Db } from "#lib/data/within.ts";

/** The network at this address: id, name, slug; not found otherwise. */
export async function networkAt(db: Db, slug: string) {
  return here(await db.network.findFirst({ where: { slug: named(slug) }, select: { id: true, slug: true, name: true } }));
}

/** What somebody who proposes an idea must know: the network, and by name who will read it. */
export async function networkToPropose(db: Db, slug: string) {
  const network = await db.network.findFirst({ where: { slug: named(slug) }, select: { id: true, name: true, contact: { select: { name: true } } }, relationLoadStrategy: "join" });
  return here(network);
}

/** What everybody may see of a network: who we are, house rules, who sees what, the next meeting, the code of its poster. */
export async function networkPage(db: Db, slug: string, now: Date) {
  const network = await db.network.findFirst({
    where: { slug: named(slug) },
    select: {
      id: true, slug: true, name: true, place: true, focusGroup: true, language: true,
      contact: { select: { name: true } }, code: { select: { code: true } },
      texts: { select: { language: true, origin: true, welcome: true, houseRules: true, whoSees: true } },
      meetings: { where: { startsAt: { gte: now } }, select: { startsAt: true, place: true, note: true, language: true }, orderBy: { startsAt: "asc" }, take: 1 },
    },
    relationLoadStrategy: "join",
  });
  return here(network);
}
export type NetworkPage = Awaited<ReturnType<typeof networkPage>>;

/** A provider's networks by name, to choose from: 100 at most. */
export function networks(db: Db) {
  return db.network.findMany({ select: { id: true, slug: true, name: true, place: true, focusGroup: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 100 });
}

const pageSize = 50;

/** A provider's networks in the order of their addresses: a page of 50, and where the next one begins. */
export async function networksPage(db: Db, after?: string) {
  const found = await db.network.findMany({ where: { slug: { gt: after ?? "" } }, select: { slug: true, name: true, place: true, focusGroup: true, code: { select: { code: true } } }, orderBy: { slug: "asc" }, take: pageSize + 1, relationLoadStrategy: "join" });
  return pageOf(found, pageSize, ({ slug }) => slug);
}
export type ListedNetworks = Awaited<ReturnType<typeof networksPage>>;

/** The network whose poster bears this code, or null. */
export async function networkOfCode(db: Db, code: string) {
  const found = await db.visitorCode.findFirst({ where: { code }, select: { network: { select: { id: true, slug: true } } }, relationLoadStrategy: "join" });
  return found?.network ?? null;
}

// An address is a claim: what cannot be a slug names no network.
function named(slug: string): string {
  return slugShape.test(slug) ? slug : "";
}
