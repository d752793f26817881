import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { slugShape } from "#lib/data/shapes.ts";
import type { Db } from "#lib/data/within.ts";
import { networks } from "#lib/networks/queries.ts";
import { quarterIn, quarterOf, quartersBetween, shifted, type Quarter } from "./quarter.ts";
import { reckoned, type Cell, type Figure } from "./reckoning.ts";

/** What an address may ask of the picture; whatever cannot be meant falls back to the last four quarters of all networks. */
export type Claim = Record<string, string | string[] | undefined>;
export type Period = { quarters: Quarter[]; running: Quarter };

/** The quarters that an address names: never one that has not begun, at most twelve. */
export function periodIn(claim: Claim, { at, place }: Pick<Actor, "at" | "place">): Period {
  const running = quarterOf(at, place.timeZone);
  const [from, to] = [quarterIn(claim.from), quarterIn(claim.to)];
  const last = to && to < running ? to : running;
  const asked = from ? quartersBetween(from, last) : [];
  return { running, quarters: asked.length > 0 ? asked : quartersBetween(shifted(last, -3), last) };
}

/** The leader's picture: the provider's networks, which of them are looked at, and every number of them that is not zero. */
export async function picture(db: Db, actor: Actor, { quarters }: Period, claim: Claim) {
  const all = await networks(db);
  const cells = await reckoned((question, ...values) => db.$queryRaw(question, ...values), actor.place, quarters);
  const chosen = all.find(({ slug }) => slug === claim.network);
  return { all, chosen, cells: chosen ? cells.filter(({ network }) => network === chosen.id) : cells };
}
export type Picture = Awaited<ReturnType<typeof picture>>;
export type PicturedNetwork = Picture["all"][number];

/** The network an address names here; none for any other word. */
export async function networkNamed(db: Db, slug: unknown) {
  if (typeof slug !== "string" || !slugShape.test(slug)) return null;
  return db.network.findFirst({ where: { slug }, select: { id: true, slug: true, name: true } });
}

/** One number out of many cells: of one quarter, of one network or of all of them together. */
export function numberIn(cells: readonly Cell[], figure: Figure, quarter: Quarter, network?: string): { value: number; base: number } {
  const meant = cells.filter((cell) => cell.figure === figure && cell.quarter === quarter && (network === undefined || cell.network === network));
  return { value: meant.reduce((sum, { value }) => sum + value, 0), base: meant.reduce((sum, { base }) => sum + (base ?? 0), 0) };
}
