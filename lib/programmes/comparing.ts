import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { addressOf, RegionChoice } from "#lib/regions/choice.ts";
import { mostComparisons, type KeptComparison } from "./programme.ts";

/** Keeps a comparison for oneself. The same form again is the same one; another choice under its id is another one. */
export async function keep(db: Db, actor: Actor, kept: KeptComparison) {
  const memberId = here(actor.id);
  const data = { memberId, name: kept.name, regions: kept.regions.join(","), indicator: kept.indicator, firstQuarter: kept.first, lastQuarter: kept.last };
  if (await db.comparison.findFirst({ where: { id: kept.id, ...data }, select: { id: true } })) return { id: kept.id, again: true };
  if ((await db.comparison.count({ where: { memberId } })) >= mostComparisons) throw new Refusal("comparisonsFull", { words: { most: mostComparisons } });
  const madeAs = (id: string) => db.comparison.createManyAndReturn({ data: { id, ...data }, skipDuplicates: true, select: { id: true } });
  const [made] = await madeAs(kept.id);
  return { id: here(made ?? (await madeAs(randomUUID()))[0]).id };
}

/** Forgets one of one's own comparisons and goes on to where it can be kept anew. */
export async function forget(db: Db, actor: Actor, id: string) {
  const own = { id, memberId: here(actor.id) };
  const { regions, indicator, firstQuarter, lastQuarter } = here(await db.comparison.findFirst({ where: own, select: { regions: true, indicator: true, firstQuarter: true, lastQuarter: true } }));
  await db.comparison.deleteMany({ where: own });
  const choice = RegionChoice.safeParse({ regions, indicator, first: firstQuarter, last: lastQuarter });
  return { id, goTo: `${choice.success ? addressOf(choice.data) : "?"}&forgotten=1` };
}
