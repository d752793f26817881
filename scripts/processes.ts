/** The product in several processes, one for each core: begun, looked after, and ended together. */
import cluster, { type Worker } from "node:cluster";
import path from "node:path";
import { AggregatorRegistry, Counter, Gauge, Registry } from "prom-client";
import { faultOf, log } from "#lib/log.ts";
import { Failure } from "./failures.ts";
import { beforeEnd, isEnding } from "./run.ts";

/** The product as it runs. `counts`: what all its processes counted. `lost`: fails when not one process can be kept. */
export type Together = { port: number; counts: () => Promise<string>; lost: Promise<never> };

const patience = 35_000; // a process itself waits 30 s for the requests that it is answering
const settled = 60_000; // who has lived so long did not end of its beginning
const mostEnds = 6; // in a row: half a minute of trying

/** Seconds to wait before another process begins in the place of one that ended so many times in a row: at first none, then ever longer. */
export const pauseAfter = (ends: number) => (ends <= 1 ? 0 : Math.min(30, 2 ** (ends - 2)));

/** Begins so many processes and answers when all of them listen. One that ends is begun anew. */
export async function together(count: number): Promise<Together> {
  cluster.setupPrimary({ exec: path.join(import.meta.dirname, "process.ts"), args: [] });
  beforeEnd(endAll);
  const crew = gathered(count);
  const port = await begin(crew, 1, 0); // alone at first: what hinders it would be said by each of them
  await Promise.all(Array.from({ length: count - 1 }, (_, before) => begin(crew, before + 2, 0)));
  const processes = new AggregatorRegistry();
  return { port, lost: crew.lost, counts: async () => `${await processes.clusterMetrics()}\n${await crew.registry.metrics()}` };
}

type Crew = { count: number; serving: Set<Worker>; lost: Promise<never>; giveUp: (why: Failure) => void; ended: Counter; registry: Registry };

function gathered(count: number): Crew {
  const [serving, registry] = [new Set<Worker>(), new Registry()];
  new Gauge({ name: "sempre_processes", help: "Processes that answer", registers: [registry], collect() { this.set(serving.size); } });
  const ended = new Counter({ name: "sempre_process_ends_total", help: "Processes that ended without being asked to", registers: [registry] });
  const failing: { now?: (why: Failure) => void } = {};
  const lost = new Promise<never>((_resolve, reject) => { failing.now = reject; });
  lost.catch(() => {}); // it may come before anybody waits for it
  return { count, serving, lost, giveUp: (why) => failing.now?.(why), ended, registry };
}

/** Begins the process of this number, which has ended so many times in a row; answers its port when it listens. */
function begin(crew: Crew, number: number, ends: number): Promise<number> {
  const began = performance.now();
  const worker = cluster.fork({ PROCESSES: String(crew.count), PROCESS: String(number) });
  return new Promise((resolve, reject) => {
    worker.on("message", (said: { port?: number }) => {
      if (said.port === undefined) return;
      crew.serving.add(worker);
      resolve(said.port);
    });
    worker.on("error", (error) => {
      log.warn({ ...faultOf(error), process: number }, "process cannot be reached");
      if (worker.process.pid !== undefined) return; // its end is told below
      reject(new Failure("The machine begins no further process.", "It is out of memory or of open files; give it more, or set PROCESSES lower."));
      again(crew, number, ends + 1);
    });
    worker.once("exit", (code: number | null, signal: string | null) => {
      crew.serving.delete(worker);
      if (isEnding()) return;
      reject(new Failure("The product did not start.", "The lines above say why; correct that, then start again."));
      log.warn({ process: number, ...(code !== null && { code: String(code) }), ...(signal !== null && { signal }) }, "process ended");
      again(crew, number, performance.now() - began > settled ? 1 : ends + 1);
    });
  });
}

function again(crew: Crew, number: number, ends: number): void {
  crew.ended.inc();
  if (ends > mostEnds && crew.serving.size === 0) return crew.giveUp(new Failure("The product's processes end again and again.", "The lines above say why; correct that, then start again."));
  setTimeout(() => {
    if (isEnding()) return;
    try {
      begin(crew, number, ends).catch(() => {});
    } catch (error) {
      log.warn({ ...faultOf(error), process: number }, "process cannot be begun");
      again(crew, number, ends + 1);
    }
  }, pauseAfter(ends) * 1000);
}

async function endAll(): Promise<void> {
  await Promise.all(Object.values(cluster.workers ?? {}).map(async (worker) => {
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    const tooLong = setTimeout(() => worker.process.kill("SIGKILL"), patience);
    if (worker.isConnected()) worker.send("end");
    await ended;
    clearTimeout(tooLong);
  }));
}
