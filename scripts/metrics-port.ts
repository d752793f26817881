/** Tells what was counted, on a port of its own that no visitor reaches. */
import { createServer, type Server } from "node:http";
import { Registry } from "prom-client";
import { Failure } from "./failures.ts";
import { beforeEnd } from "./run.ts";

/** Answers GET /metrics at this port and name with what `read` tells, in the text format of Prometheus. */
export async function tellMetrics(port: number, hostname: string, read: () => Promise<string>): Promise<Server> {
  const server = createServer(({ url, method }, response) => {
    if (url !== "/metrics" || method !== "GET") return void response.writeHead(404).end();
    read().then((text) => response.writeHead(200, { "Content-Type": Registry.PROMETHEUS_CONTENT_TYPE, "Cache-Control": "no-store" }).end(text), () => response.writeHead(503).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "EADDRINUSE" ? new Failure(`Port ${port}, where METRICS_PORT wants the metrics, is taken by another program.`, "Choose another METRICS_PORT, or leave it out: then nobody is told.", error) : error));
    server.listen(port, hostname, resolve);
  });
  beforeEnd(() => server.closeAllConnections());
  return server;
}
