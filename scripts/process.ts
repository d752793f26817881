/** One of several processes of the product; scripts/processes.ts begins it, and looks after it. */
import cluster from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import { metrics } from "#lib/metrics.ts";
import { serveHere } from "./here.ts";
import { run } from "./run.ts";

await run(async () => {
  // Asked to stop by word and not by signal: a whole group of processes may get the same signal at once, and the second would cut off who is waiting.
  process.on("message", (word) => { if (word === "end") process.emit("SIGTERM", "SIGTERM"); });
  // When the first process is gone by force, who is waiting here is answered all the same, before this one ends too.
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true;
  AggregatorRegistry.setRegistries(metrics.registry);
  new AggregatorRegistry(); // it answers whenever the first process asks for the counts
  process.send?.({ port: await serveHere() });
  await new Promise(() => {}); // until somebody stops it
}, 0);
