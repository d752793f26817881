/** Starts the built product, one process for each core. `npm start` */
import { availableParallelism } from "node:os";
import { env } from "#lib/env.ts";
import { metrics } from "#lib/metrics.ts";
import { keyMark, lastBuild } from "./build.ts";
import { fitting } from "./database-check.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { serveHere } from "./here.ts";
import { tellMetrics } from "./metrics-port.ts";
import { together, type Together } from "./processes.ts";
import { run } from "./run.ts";

const most = 16; // more processes than that have too few connections to the database each

await run(async () => {
  loadEnvironment();
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const { APP_ORIGIN, METRICS_HOSTNAME, METRICS_PORT, PROCESSES = Math.min(most, availableParallelism()) } = env();
  await fits();
  const { port, counts, lost } = PROCESSES > 1 ? await together(PROCESSES) : await alone();
  if (METRICS_PORT !== undefined) await tellMetrics(METRICS_PORT, METRICS_HOSTNAME, counts);
  console.log(`Ready at ${APP_ORIGIN} (port ${port}${PROCESSES > 1 ? `, ${PROCESSES} processes` : ""}).`);
  process.send?.({ port });
  await lost; // until somebody stops it
}, 0);

// Without a process in between: what a small machine, a container or a test wants.
async function alone(): Promise<Together> {
  return { port: await serveHere(), counts: () => metrics.registry.metrics(), lost: new Promise(() => {}) };
}

/** Is there a build to start, with this key, and are the databases such as it may run on? Otherwise says what to do. */
async function fits(): Promise<void> {
  const { AUTH_DATABASE_URL, DATABASE_URL, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, PUBLISHER_DATABASE_URL } = env();
  const built = lastBuild();
  if (!built) throw new Failure("There is no build to start.", "Run npm run build first. To only try the product: npm run demo");
  if (built.key !== keyMark(NEXT_SERVER_ACTIONS_ENCRYPTION_KEY)) throw new Failure("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not the key the product was built with: no form would work.", "Start with the key of the build, or build again with this one (npm run build).");
  await Promise.all([fitting("DATABASE_URL", DATABASE_URL, true), fitting("AUTH_DATABASE_URL", AUTH_DATABASE_URL), fitting("PUBLISHER_DATABASE_URL", PUBLISHER_DATABASE_URL)]);
}
