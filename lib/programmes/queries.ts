import "server-only";
import { momentPlace, pageOf, type Moment } from "#lib/data/paging.ts";
import type { Db } from "#lib/data/within.ts";
import { nutsVersion, RegionChoice } from "#lib/regions/choice.ts";
import { mostComparisons, type PartnershipState } from "./programme.ts";

const pageSize = 50;

/** Which providers belong to the programme, by their address; `whole`: those invited, and those who said no or left, too. */
export async function partners(db: Db, { whole, after }: { whole: boolean; after?: string }) {
  const found = await db.partnership.findMany({
    where: { ...(!whole && { state: "joined" }), ...(after && { provider: { slug: { gt: after } } }) },
    select: { state: true, stateAt: true, provider: { select: { slug: true, name: true, language: true, country: true, region: { select: { name: true } } } } },
    orderBy: { provider: { slug: "asc" } },
    take: pageSize + 1,
    relationLoadStrategy: "join",
  });
  const { rows, next } = pageOf(found, pageSize, ({ provider }) => provider.slug);
  return { rows: rows.map(({ state, ...row }) => ({ ...row, state: state as PartnershipState })), next };
}
export type Partners = Awaited<ReturnType<typeof partners>>;

/** Providers that a manager may still invite; by country and name, 500 at most. */
export function providersToInvite(db: Db) {
  return db.provider.findMany({
    where: { partnerships: { none: { state: { in: ["invited", "joined"] } } } },
    select: { id: true, name: true, country: true },
    orderBy: [{ country: "asc" }, { name: "asc" }, { id: "asc" }],
    take: 500,
  });
}

/** Who works in the programme, in the order they came. */
export async function programmePeople(db: Db, after?: Moment) {
  const found = await db.programmeMember.findMany({
    where: after && { OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] },
    select: { id: true, name: true, email: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: pageSize + 1,
  });
  return pageOf(found, pageSize, ({ createdAt, id }) => momentPlace({ at: createdAt, id }));
}
export type ProgrammePeople = Awaited<ReturnType<typeof programmePeople>>;

/** The comparisons somebody keeps, the latest first, with the names of their regions; nobody else's. */
export async function comparisonsWithNames(db: Db, memberId: string) {
  const rows = await db.comparison.findMany({
    where: { memberId },
    select: { id: true, name: true, regions: true, indicator: true, firstQuarter: true, lastQuarter: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostComparisons,
  });
  // An indicator that is no longer published leaves nothing to look at.
  const kept = rows.flatMap(({ id, name, regions, indicator, firstQuarter, lastQuarter }) => {
    const { data: choice } = RegionChoice.safeParse({ regions, indicator, first: firstQuarter, last: lastQuarter });
    return choice ? [{ id, name, choice }] : [];
  });
  const regions = await db.region.findMany({ where: { nutsVersion, code: { in: [...new Set(kept.flatMap(({ choice }) => choice.regions))] } }, select: { code: true, name: true } });
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  return kept.map((comparison) => ({ ...comparison, regions: comparison.choice.regions.map((code) => names.get(code) ?? code) }));
}
export type OwnComparison = Awaited<ReturnType<typeof comparisonsWithNames>>[number];

/** The programmes that have invited this provider, the latest news first. */
export async function invitations(db: Db) {
  const rows = await db.joining.findMany({
    select: { state: true, stateAt: true, programme: { select: { id: true, name: true } } },
    orderBy: [{ stateAt: "desc" }, { programmeId: "asc" }],
    take: pageSize,
    relationLoadStrategy: "join",
  });
  return rows.map(({ state, ...row }) => ({ ...row, state: state as PartnershipState }));
}
export type Invitation = Awaited<ReturnType<typeof invitations>>[number];
