/** The product answering in this process. */
import { enableCompileCache, flushCompileCache } from "node:module";
import path from "node:path";
import { collectDefaultMetrics } from "prom-client";
import { env } from "#lib/env.ts";
import { metrics } from "#lib/metrics.ts";
import { clone } from "./environment.ts";
import { listen } from "./serving.ts";
import { watchAnswers } from "./watching.ts";

/** Listens, numbers and counts the answers, and answers the port. */
export async function serveHere(): Promise<number> {
  // What was compiled once lies beside the build, so that the next start takes a fifth less. A folder that cannot be written to only makes it slower.
  enableCompileCache(path.join(clone, ".next", "compiled"));
  setTimeout(flushCompileCache, 30_000).unref(); // else only a process that ends in order would leave it
  const { HOSTNAME, METRICS_PORT, PORT } = env();
  if (METRICS_PORT !== undefined) collectDefaultMetrics({ register: metrics.registry }); // memory, processor, the event loop's lag
  watchAnswers();
  return listen(PORT, HOSTNAME);
}
