/**
 * What is counted while the product runs: kinds and durations, for whoever looks after the machine. A label is a word of our
 * own source (a deed, a route, a queue): never an id, a name, an address, or whose place it is.
 */
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { once } from "./once.ts";

type Pool = { totalCount: number; idleCount: number; waitingCount: number };

export const metrics = once("metrics", made);

function made() {
  const registry = new Registry();
  const registers = [registry];
  const pools = new Map<string, Pool>();
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) => new Counter({ name: `sempre_${name}_total`, help, labelNames, registers });
  const seconds = <Label extends string>(name: string, help: string, labelNames: Label[]) => new Histogram({ name: `sempre_${name}_seconds`, help, labelNames, registers, buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10] });
  new Gauge({
    name: "sempre_pool_connections", help: "Connections to the database by pool: in use, idle; and how many requests wait for one", labelNames: ["pool", "state"], registers,
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of pools) {
        this.set({ pool, state: "in use" }, totalCount - idleCount);
        this.set({ pool, state: "idle" }, idleCount);
        this.set({ pool, state: "waited for" }, waitingCount);
      }
    },
  });
  return {
    registry, pools,
    answers: counter("answers", "Answers by route, method and status", ["route", "method", "status"]),
    answerSeconds: seconds("answer", "From the request to the end of its answer, by route", ["route"]),
    deeds: counter("deeds", "Deeds by name and outcome", ["deed", "outcome"]),
    deedSeconds: seconds("deed", "A deed from its form to its answer, by name", ["deed"]),
    refusals: counter("refusals", "Calls that were turned away, by kind", ["kind"]),
    misses: counter("misses", "Wrong words and codes, by deed", ["deed"]),
    manyMisses: counter("many_misses", "Ten minutes in which one provider met unusually many wrong words or codes, by deed", ["deed"]),
    away: counter("database_away", "Pages and deeds that found the database away, full or too busy", ["during"]),
    faults: counter("faults", "Faults of ours, by route", ["route"]),
    jobs: counter("jobs", "Jobs by queue and outcome", ["queue", "outcome"]),
    letters: counter("letters", "Letters handed over, and those that could not be", ["outcome"]),
  };
}

/** The same pool, which from now on is looked at whenever somebody asks for the metrics. */
export function watchPool<Watched extends Pool>(name: string, pool: Watched): Watched {
  metrics.pools.set(name, pool);
  return pool;
}
