import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import { pageOf } from "#lib/data/paging.ts";
import type { Db } from "#lib/data/within.ts";

/** A provider's networks by name, each with its groups, the active ones first, to choose from: at most 100 networks of 100 groups. */
export function networksWithGroups(db: Db) {
  return db.network.findMany({
    select: {
      id: true, name: true,
      groups: {
        select: { id: true, name: true, language: true, aboutSize: true, state: true, contact: { select: { name: true } } },
        orderBy: [{ state: "asc" }, { name: "asc" }, { id: "asc" }],
        take: 100,
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
    relationLoadStrategy: "join",
  });
}

const pageSize = 50;

/** A provider's groups, the active ones first, by name; a page of 50, and the group after which the next one begins. */
export async function groupsPage(db: Db, after?: string) {
  const last = after ? await db.group.findFirst({ where: { id: after }, select: { state: true, name: true, id: true } }) : null;
  const found = await db.group.findMany({
    where: last ? { OR: [{ state: { gt: last.state } }, { state: last.state, name: { gt: last.name } }, { state: last.state, name: last.name, id: { gt: last.id } }] } : {},
    select: { id: true, name: true, language: true, aboutSize: true, state: true, contact: { select: { name: true } }, network: { select: { name: true } } },
    orderBy: [{ state: "asc" }, { name: "asc" }, { id: "asc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
  });
  return pageOf(found, pageSize, ({ id }) => id);
}
export type ListedGroups = Awaited<ReturnType<typeof groupsPage>>;

/** What a new group is made of, to choose from, by name: 100 networks and 200 people at most. One statement. */
export async function networksAndMembers(db: Db, provider: string) {
  const byName = { select: { id: true, name: true }, orderBy: [{ name: "asc" as const }, { id: "asc" as const }] };
  return here(await db.provider.findFirst({ where: { id: provider }, select: { networks: { ...byName, take: 100 }, members: { ...byName, take: 200 } }, relationLoadStrategy: "join" }));
}

/** The groups of one network that somebody may be typing for. */
export function activeGroups(db: Db, networkId: string) {
  return db.group.findMany({ where: { networkId, state: "active" }, select: { id: true, name: true, aboutSize: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 100 });
}

/** A group that may speak in this network; a refusal when it rests or belongs elsewhere. */
export async function activeGroup(db: Db, networkId: string, id: string) {
  const group = await db.group.findFirst({ where: { id, networkId, state: "active" }, select: { id: true } });
  if (!group) throw new Refusal("groupNotHere");
  return group;
}

/** One group with its former names and its rests. */
export async function groupToChange(db: Db, id: string) {
  const group = await db.group.findFirst({
    where: { id },
    select: {
      id: true, name: true, language: true, aboutSize: true, contactId: true, state: true, version: true, network: { select: { name: true } },
      versions: { select: { version: true, name: true, replacedAt: true, replacer: { select: { name: true } } }, orderBy: { version: "desc" }, take: 20 },
      steps: { select: { step: true, at: true, member: { select: { name: true } } }, orderBy: { at: "desc" }, take: 20 },
    },
    relationLoadStrategy: "join",
  });
  return here(group);
}
export type GroupToChange = Awaited<ReturnType<typeof groupToChange>>;
