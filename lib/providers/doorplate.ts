import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { here, Refusal } from "#lib/action/refusal.ts";
import { plainName } from "#lib/action/text.ts";
import type { Actor } from "#lib/access/actor.ts";
import { changeDoorplate } from "#lib/access/memberships.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage, languages } from "#lib/language/languages.ts";
import { timeZones } from "./time-zones.ts";

export const Doorplate = z.object({
  name: plainName(120, { missing: "providerNameMissing" }),
  // Not `language`: in every form that is the page's own.
  speaks: z.enum(languages, { error: "readsMissing" }),
  timeZone: z.string({ error: "timeZoneMissing" }).refine((zone) => timeZones().includes(zone), "timeZoneMissing"),
  region: z.string({ error: "regionWrong" }).regex(/^([A-Z]{2}[0-9A-Z]{3})?$/, "regionWrong").default(""),
});
type Doorplate = z.infer<typeof Doorplate>;

type Former = { name: string; language: string; timeZone: string; regionCode: string | null; nutsVersion: string | null };

/** Changes what stands on a provider's doorplate; a region must lie in the provider's own country. */
export async function changePlate(db: Db, actor: Actor, { name, speaks, timeZone, region }: Doorplate, language: string) {
  const { id } = actor.place;
  const [former] = await db.$queryRaw<Former[]>`
    select name, language, time_zone as "timeZone", region_code as "regionCode",
      (select max(nuts_version) from regions where regions.country = providers.country and code = ${region}) as "nutsVersion"
    from providers where id = ${id}::uuid`;
  const { nutsVersion, ...stood } = here(former);
  if (region && !nutsVersion) throw new Refusal("regionElsewhere", { field: "region" });
  const next = { name, language: speaks, timeZone, nutsVersion, regionCode: region || null };
  const changed: string[] = (["name", "language", "timeZone", "regionCode"] as const).filter((column) => stood[column] !== next[column]);
  if (changed.length === 0) return { id, again: true };
  if (stood.regionCode !== next.regionCode || stood.timeZone !== next.timeZone) changed.push(...(await sharingStopped(db, actor, language)));
  // Last, since it lies behind another connection: when this fails, the rest is undone too.
  await changeDoorplate(id, next);
  return { id, changed };
}

// Sharing was agreed to for one region and its quarters; for others somebody has to say yes again.
async function sharingStopped(db: Db, actor: Actor, language: string): Promise<string[]> {
  const stopped = await db.$executeRaw`
    with stopped as (update sharings set state = 'off', state_at = moment() where provider_id = ${actor.place.id}::uuid and state = 'on' returning text_version)
    insert into sharing_steps (provider_id, id, step, text_version, language, member_id)
    select ${actor.place.id}::uuid, ${randomUUID()}::uuid, 'off', text_version, ${contentLanguage(language)}, ${here(actor.id)}::uuid from stopped`;
  return stopped > 0 ? ["sharing"] : [];
}
