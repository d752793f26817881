import "server-only";
import { pageOf, slugIn } from "#lib/data/paging.ts";
import { publicRead } from "#lib/data/public-read.ts";
import type { Db } from "#lib/data/within.ts";

const pageSize = 50;

/** The providers one can take part at, of one country or of all, in the order of their addresses: a page of 50, where the next one begins, and in which countries there are some. */
export async function openProviders({ country, after }: { country?: string; after?: string } = {}) {
  const [found, countries] = await Promise.all([
    publicRead.provider.findMany({
      where: { ...(country && { country }), ...(after && { slug: { gt: after } }) },
      select: { slug: true, name: true, language: true, country: true, region: { select: { name: true } } },
      orderBy: { slug: "asc" },
      take: pageSize + 1,
      relationLoadStrategy: "join",
    }),
    publicRead.provider.groupBy({ by: ["country"], orderBy: { country: "asc" } }),
  ]);
  return { ...pageOf(found, pageSize, ({ slug }) => slug), countries: countries.map((one) => one.country) };
}
export type OpenProviders = Awaited<ReturnType<typeof openProviders>>;

/** The country and the place in the list that an address names; what cannot be one is left out. */
export function placesIn({ country, after }: { country?: string | string[]; after?: string | string[] }): { country?: string; after?: string } {
  return { country: typeof country === "string" && /^[A-Z]{2}$/.test(country) ? country : undefined, after: slugIn(after) };
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
