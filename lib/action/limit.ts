import "server-only";
import { countUse, uncountUse } from "#lib/access/accounts.ts";
import type { Actor } from "#lib/access/actor.ts";
import { sessionHash } from "#lib/access/session.ts";
import { slugShape } from "#lib/data/shapes.ts";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";

/**
 * How often in ten minutes. `actor`: by one person. `network`: by everybody in one network (a full hall sends 300);
 * of these `address` at most by people without a session from one address. `misses`: wrong tries from one address.
 */
export type Limits = { actor?: number; network?: number; address?: number; misses?: number };

type Call = { deed: string; actor?: Actor; network?: string; address: string };
export type Counted = { allowed: boolean; /** What was counted as a miss was none. */ hit: () => Promise<void>; /** It was one. */ missed: () => Promise<void> };

/** Counts this call beforehand, so that a hundred at once are a hundred. One statement, none where nothing is limited. */
export async function counted(limits: Limits, call: Call): Promise<Counted> {
  const at = `${call.actor?.place.id ?? "door"} ${call.deed}`;
  const network = slugShape.test(call.network ?? "") ? call.network : undefined;
  const missed = `${at} missed from ${call.address}`;
  const most = new Map<string, number>();
  if (limits.actor && call.actor?.id) most.set(`${at} by ${call.actor.id}`, limits.actor);
  if (limits.network && network) most.set(`${at} in ${network}`, limits.network);
  if (limits.address && !call.actor?.id) most.set(`${at} from ${call.address}`, limits.address);
  if (limits.misses) most.set(missed, limits.misses);
  const used = most.size > 0 ? await countUse([...most.keys()], await sessionHash()) : new Map<string, number>();
  return {
    allowed: [...most].every(([key, allowed]) => (used.get(key) ?? 0) <= allowed),
    hit: async () => { if (limits.misses) await uncountUse(missed); },
    missed: async () => { if (limits.misses) await noteMiss(call); },
  };
}

// One address may miss ten times, so this many in ten minutes come from ten addresses at least: more than a village mistypes.
const manyMisses = 100;

// Nobody is kept out by it: that would let anybody close a provider's door. Somebody who looks after the product is told, once in the ten minutes.
async function noteMiss({ deed, actor }: Call): Promise<void> {
  metrics.misses.inc({ deed });
  const [together] = (await countUse([`${actor?.place.id ?? "door"} ${deed} missed`])).values();
  if (together !== manyMisses) return;
  metrics.manyMisses.inc({ deed });
  log.warn({ deed, place: actor?.place.id }, "many misses");
}
