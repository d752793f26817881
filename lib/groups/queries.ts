import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Db } from "#lib/data/within.ts";

/** A provider's networks by name, each with its groups, the active ones first; at most 100 networks of 100 groups. */
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
type Networks = Awaited<ReturnType<typeof networksWithGroups>>;
export type ListedGroup = Networks[number]["groups"][number] & { network: string };

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
