import "server-only";
import { publicRead } from "#lib/data/public-read.ts";

/** The providers one can take part at: what is on their doorplate; 50 at most, by name. */
export function openProviders() {
  return publicRead.provider.findMany({
    select: { slug: true, name: true, language: true, country: true, region: { select: { name: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 50,
    relationLoadStrategy: "join",
  });
}
