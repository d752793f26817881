import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import type { Db } from "#lib/data/within.ts";
import { faultOf, log } from "#lib/log.ts";
import { queues, type Queue } from "./queues.ts";

/** What a job knows: its provider and the thing's id; it enters through `within` like everybody. */
export type Task = { providerId: string; id: string };

// The schema is built by db:migrate; the product only reads and writes rows of it.
const boss = new PgBoss({ connectionString: process.env.DATABASE_URL ?? "", max: 2, migrate: false, createSchema: false, application_name: "sempre jobs" });
boss.on("error", (error) => log.warn(faultOf(error), "jobs"));

/** Puts a job behind the deed, in the deed's own transaction: undone with it. One statement. */
export async function send(db: Db, queue: Queue, task: Task, afterSeconds: number): Promise<void> {
  await boss.send(queue, task, { db: fromPrisma(db), startAfter: afterSeconds, retryLimit: 5, retryBackoff: true });
}

const works: Partial<Record<Queue, (task: Task) => Promise<void>>> = {};

/** A noun says what its job does; once, at the start of the product. */
export function whenSent(queue: Queue, work: (task: Task) => Promise<void>): void {
  works[queue] = work;
}

/** Begins to work. Ends with `stopJobs`, which lets running jobs finish. */
export async function startJobs(): Promise<void> {
  await boss.start();
  for (const queue of queues) await boss.work<Task>(queue, async (jobs) => { for (const { data } of jobs) await works[queue]?.(data); });
  await boss.schedule("forget-old", "17 3 * * *");
}

export const stopJobs = () => boss.stop({ graceful: true, timeout: 10_000 });
