import "server-only";
import { publicRead } from "#lib/data/public-read.ts";
import type { Db } from "#lib/data/within.ts";

/** The providers one can take part at: what is on their doorplate; 50 at most, by name. */
export function openProviders() {
  return publicRead.provider.findMany({
    select: { slug: true, name: true, language: true, country: true, region: { select: { name: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 50,
    relationLoadStrategy: "join",
  });
}

/** What stands on a provider's doorplate, and whether its figures are shared; its row belongs to nobody and is read by its id. */
export function doorplate(db: Db, id: string) {
  return db.provider.findFirst({
    where: { id },
    select: { name: true, country: true, language: true, timeZone: true, regionCode: true, sharing: { select: { state: true } } },
    relationLoadStrategy: "join",
  });
}

/** The regions of a country in the newest division of Europe, by name. */
export async function regionsOf(db: Db, country: string) {
  const regions = await db.region.findMany({ where: { country }, select: { nutsVersion: true, code: true, name: true }, orderBy: [{ nutsVersion: "desc" }, { name: "asc" }], take: 200 });
  return regions.filter(({ nutsVersion }) => nutsVersion === regions[0]?.nutsVersion);
}
