/** A database, a product on it, and eight who write: the stage for one bad day after the other. */
import { setTimeout as sleep } from "node:timers/promises";
import { keys } from "../keys.ts";
import type { Where } from "./caller.ts";
import { database, type Database } from "./database.ts";
import { counted, Ledger, type Found } from "./ledger.ts";
import { product, type Product } from "./product.ts";
import { writers } from "./writers.ts";

export type Stage = { database: Database; product: Product; ledger: Ledger; where: Where };
/** What a day tells: how often something broke, seconds until the next deed was saved again each time, and what people read meanwhile. */
export type Told = { times: number; back: number[]; people?: string; more?: string };
export type Day = Found & Told & { name: string; acknowledged: number; unclear: number; strange: string[] };

/** Sets the stage in this folder. */
export async function stage(home: string, name: string): Promise<Stage> {
  const base = await database(home, keys().ticket);
  const serving = await product(base, name);
  await serving.start();
  const ledger = new Ledger();
  return { database: base, product: serving, ledger, where: { address: serving.address, ledger } };
}

/** One bad day: eight write, something breaks, they end what they began; then all is counted. */
export async function day(on: Stage, name: string, breaks: (on: Stage) => Promise<Told>): Promise<Day> {
  const { ledger } = on;
  const before = { acknowledged: ledger.acknowledged.size, unclear: ledger.unclear, strange: ledger.strange.length, fell: on.product.fellOver() };
  const end = await writers(on.where, on.database.urls.ownerUrl);
  await saved(ledger, 8); // everybody is at work
  const told = await breaks(on);
  await Promise.race([end(), sleep(60_000)]);
  const strange = ledger.strange.slice(before.strange);
  if (ledger.open.size) strange.push(`${ledger.open.size} still without a clear answer after a minute`);
  if (on.product.fellOver() > before.fell) strange.push("the product ended by itself");
  return { name, ...told, ...(await counted(ledger, on.database.urls.ownerUrl)), acknowledged: ledger.acknowledged.size - before.acknowledged, unclear: ledger.unclear - before.unclear, strange };
}

/** Waits until so many more deeds are acknowledged, three minutes at most. */
export async function saved(ledger: Ledger, more: number): Promise<void> {
  const [wanted, late] = [ledger.acknowledged.size + more, sleep(180_000, "late" as const)];
  while (ledger.acknowledged.size < wanted) if ((await Promise.race([ledger.next(), late])) === "late") throw new Error("for three minutes nothing could be saved");
}

/** Seconds until the next deed is acknowledged. */
export async function backAfter(ledger: Ledger, since: number): Promise<number> {
  await saved(ledger, 1);
  return (performance.now() - since) / 1_000;
}
