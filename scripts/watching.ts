/** Every answer of the product gets a number and is counted, by the pattern of its address. Node's own channel tells of them, so nothing stands in a request's way. */
import { subscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { env } from "#lib/env.ts";
import { metrics } from "#lib/metrics.ts";
import { newNumber, numberHeader, numberIn } from "#lib/request-number.ts";
import { clone } from "./environment.ts";

type Begun = { request: IncomingMessage; response: ServerResponse };
type Route = { page: string; regex: string };

/** Watches the requests to this process, but for those that ask for the metrics. */
export function watchAnswers(): void {
  const { METRICS_PORT } = env();
  const patterns = patternsOf(path.join(clone, ".next", "routes-manifest.json"));
  subscribe("http.server.request.start", (told) => {
    const { request, response } = told as Begun;
    if (request.socket.localPort === METRICS_PORT) return;
    numbered(request, response);
    const [began, address, method = ""] = [performance.now(), request.url ?? "", request.method];
    response.once("close", () => {
      const route = patterns(URL.parse(address, env().APP_ORIGIN)?.pathname ?? "");
      metrics.answers.inc({ route, method: known.has(method) ? method : "other", status: response.writableFinished ? response.statusCode : "broken off" });
      metrics.answerSeconds.observe({ route }, (performance.now() - began) / 1000);
    });
  });
}

const known = new Set(["GET", "HEAD", "POST"]);

// The proxy's number where there is one to believe, so that both logs can be read together; else one of ours.
function numbered({ headers }: IncomingMessage, response: ServerResponse): void {
  const number = (env().TRUST_PROXY && numberIn(headers[numberHeader])) || newNumber();
  headers[numberHeader] = number;
  response.setHeader(numberHeader, number);
}

// What stood in an address is lost on purpose: a slug or an id is no label.
function patternsOf(manifest: string): (address: string) => string {
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(manifest, "utf8")) as { staticRoutes: Route[]; dynamicRoutes: Route[] };
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (address) => (address.startsWith("/_next/static/") ? "/_next/static" : (routes.find(({ regex }) => regex.test(address))?.page ?? "unknown"));
}
