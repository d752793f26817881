import "server-only";
import { z } from "zod";
import { here, Refusal } from "#lib/action/refusal.ts";
import { text } from "#lib/action/text.ts";
import type { Actor } from "#lib/access/actor.ts";
import { changeDoorplate } from "#lib/access/memberships.ts";
import type { Db } from "#lib/data/within.ts";
import { languages } from "#lib/language/languages.ts";
import { timeZones } from "./time-zones.ts";
import { doorplate } from "./queries.ts";

export const Doorplate = z.object({
  name: text(120, { missing: "providerNameMissing" }),
  // Not `language`: in every form that is the page's own.
  speaks: z.enum(languages, { error: "readsMissing" }),
  timeZone: z.string({ error: "timeZoneMissing" }).refine((zone) => timeZones().includes(zone), "timeZoneMissing"),
  region: z.string({ error: "regionWrong" }).regex(/^([A-Z]{2}[0-9A-Z]{3})?$/, "regionWrong").default(""),
});
type Doorplate = z.infer<typeof Doorplate>;

/** Changes what stands on a provider's doorplate; a region must lie in the provider's own country. */
export async function changePlate(db: Db, { place }: Actor, { name, speaks, timeZone, region }: Doorplate) {
  const former = here(await doorplate(db, place.id));
  const chosen = region ? await db.region.findFirst({ where: { code: region, country: former.country }, select: { nutsVersion: true, code: true }, orderBy: { nutsVersion: "desc" } }) : null;
  if (region && !chosen) throw new Refusal("regionElsewhere", { field: "region" });
  const next = { name, language: speaks, timeZone, nutsVersion: chosen?.nutsVersion ?? null, regionCode: chosen?.code ?? null };
  const changed = (["name", "language", "timeZone", "regionCode"] as const).filter((column) => former[column] !== next[column]);
  if (changed.length === 0) return { id: place.id, again: true };
  await changeDoorplate(place.id, next);
  return { id: place.id, changed };
}
