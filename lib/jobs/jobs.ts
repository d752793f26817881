import "server-only";
import pg from "pg";
import { fromPrisma, PgBoss } from "pg-boss";
import { steady } from "#lib/data/pool.ts";
import type { Db } from "#lib/data/within.ts";
import { faultOf, log } from "#lib/log.ts";
import { metrics, watchPool } from "#lib/metrics.ts";
import { once } from "#lib/once.ts";
import { connections } from "#lib/processes.ts";
import { queues, type Queue } from "./queues.ts";

/** What a job knows: its place, if it has one, and the thing's id; it enters through `within` like everybody. */
export type Task = { providerId?: string; programmeId?: string; id: string };

type Works = Partial<Record<Queue, (task: Task) => Promise<void>>>;
type Office = { boss: PgBoss; pool: pg.Pool; works: Works };

const office = once("jobs", open);

// The schema is built by db:migrate; the product only reads and writes rows of it.
function open(): Office {
  const pool = watchPool("jobs", steady(new pg.Pool({ connectionString: process.env.DATABASE_URL, max: connections.jobs, connectionTimeoutMillis: 3_000, query_timeout: 10_000, keepAlive: true, application_name: "sempre jobs" })));
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) }, migrate: false, createSchema: false });
  boss.on("error", (error) => log.warn(faultOf(error), "jobs"));
  return { boss, pool, works: {} };
}

/** Puts a job behind the deed, in the deed's own transaction: undone with it. One statement. */
export async function send(db: Db, queue: Queue, task: Task, afterSeconds: number): Promise<void> {
  await office.boss.send(queue, task, { db: fromPrisma(db), startAfter: afterSeconds, retryLimit: 5, retryBackoff: true });
}

/** The same for what has no transaction of ours around it: a deed at the door, a job. One statement. */
export async function sendLater(queue: Queue, task: Task): Promise<void> {
  await office.boss.send(queue, task, { retryLimit: 5, retryBackoff: true });
}

/** The place a task belongs to, as `within` wants it. */
export function placeOf({ providerId, programmeId }: Task): { place: { id: string } } {
  const id = providerId ?? programmeId;
  if (!id) throw new Error("this task names no place");
  return { place: { id } };
}

/** A noun says what its job does; once, at the start of the product. */
export function whenSent(queue: Queue, work: (task: Task) => Promise<void>): void {
  office.works[queue] = work;
}

/** Begins to work. Ends with `stopJobs`, which lets running jobs finish. */
export async function startJobs(): Promise<void> {
  await office.boss.start();
  for (const queue of queues) await office.boss.work<Task>(queue, async (jobs) => { for (const { data } of jobs) await worked(queue, data); });
  await office.boss.schedule("forget-old", "17 3 * * *");
  await office.boss.schedule("publish-figures", "41 3 * * *");
  await office.boss.send("publish-figures"); // what fell due while nothing ran
}

// What goes wrong is kept beside the job: a mail server's answer names people, so no more than its code goes there.
async function worked(queue: Queue, task: Task): Promise<void> {
  try {
    await office.works[queue]?.(task);
    metrics.jobs.inc({ queue, outcome: "done" });
  } catch (error) {
    const fault = faultOf(error);
    metrics.jobs.inc({ queue, outcome: "failed" });
    log.warn({ queue, ...fault }, "job failed");
    throw new Error(fault.code ?? fault.fault);
  }
}

export async function stopJobs(): Promise<void> {
  await office.boss.stop({ graceful: true, timeout: 10_000 });
  await office.pool.end();
}
