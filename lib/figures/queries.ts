import "server-only";
import { publicRead } from "#lib/data/public-read.ts";
import { nutsVersion } from "#lib/regions/choice.ts";
import { compare, type Comparison, type PublishedFigure, type Region } from "./compare.ts";
import { askedIn, isWhole, type Asked } from "./comparison.ts";
import { quarterIn, type Quarter } from "./quarter.ts";

export type Release = { quarter: Quarter; madeAt: Date };
/** All that is known for an address: `comparison` once two regions are chosen, `map` with every region's figure of the last quarter. */
export type RegionsSeen = { regions: Region[]; releases: Release[]; asked?: Asked; comparison?: Comparison; map: PublishedFigure[] };

/** Answers an address about regions, from published figures and nothing else: the same for the page and for its table as a file. */
export async function regionsAsked(search: Record<string, string | string[] | undefined>): Promise<RegionsSeen> {
  const [regions, releases] = await Promise.all([allRegions(), allReleases()]);
  const asked = askedIn(search, { regions, quarters: releases.map(({ quarter }) => quarter) });
  if (!asked) return { regions, releases, map: [] };
  const figures = await figuresFor(asked);
  const chosen = asked.regions.flatMap((code) => regions.find((region) => region.code === code) ?? []);
  return {
    regions, releases, asked,
    map: figures.filter(({ quarter }) => quarter === asked.last),
    ...(isWhole(asked) && { comparison: compare(chosen, asked.quarters, figures) }),
  };
}

function allRegions(): Promise<Region[]> {
  return publicRead.region.findMany({ where: { nutsVersion }, select: { code: true, name: true, country: true }, orderBy: [{ country: "asc" }, { name: "asc" }], take: 1_000 });
}

async function allReleases(): Promise<Release[]> {
  const releases = await publicRead.release.findMany({ select: { quarter: true, madeAt: true }, orderBy: { quarter: "asc" }, take: 400 });
  return releases.flatMap(({ quarter, madeAt }) => { const known = quarterIn(quarter); return known ? [{ quarter: known, madeAt }] : []; });
}

// The chosen regions over time, and every region in the last quarter; at most 6 × 12 and one a region.
function figuresFor({ regions, indicator, quarters, last }: Asked): Promise<PublishedFigure[]> {
  return publicRead.figure.findMany({
    where: { nutsVersion, indicator, OR: [{ quarter: last }, { quarter: { in: quarters }, regionCode: { in: regions } }] },
    select: { quarter: true, regionCode: true, value: true, base: true, withheld: true },
    take: 2_000,
  });
}
