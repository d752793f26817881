import "server-only";
import { countUse, usesOf } from "#lib/access/accounts.ts";
import type { Actor } from "#lib/access/actor.ts";

/** How often in ten minutes: `actor` by one person, `network` by everybody in one (a full hall sends 300), `misses` wrong tries from one address. */
export type Limits = { actor?: number; network?: number; misses?: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Counts this call; false when it is one too many. The network is a claim of the form: it only chooses the counter. */
export async function withinLimits(limits: Limits, call: { deed: string; actor?: Actor; network?: string; address: string }): Promise<boolean> {
  const place = call.actor?.place.id ?? "door";
  const most = new Map<string, number>();
  if (limits.actor && call.actor?.id) most.set(`${place} ${call.deed} by ${call.actor.id}`, limits.actor);
  if (limits.network) most.set(`${place} ${call.deed} in ${uuid.test(call.network ?? "") ? call.network : "no network"}`, limits.network);
  if (limits.misses && (await usesOf(missKey(call.deed, place, call.address))) >= limits.misses) return false;
  if (most.size === 0) return true;
  const used = await countUse([...most.keys()]);
  return [...most].every(([key, allowed]) => (used.get(key) ?? 0) <= allowed);
}

/** A wrong code or wrong words: counts for the address only, so that a hall on one network is not locked out by sending. */
export async function countMiss(deed: string, actor: Actor | undefined, address: string): Promise<void> {
  await countUse([missKey(deed, actor?.place.id ?? "door", address)]);
}

const missKey = (deed: string, place: string, address: string) => `${place} ${deed} missed from ${address}`;
