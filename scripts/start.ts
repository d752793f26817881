/** Starts the built product. `npm start` */
import { createServer, type IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";
import { answering } from "#lib/answer-status.ts";
import { ending } from "#lib/ending.ts";
import { closedPolicy, securityHeaders } from "#lib/headers.ts";
import { keyMark, lastBuild } from "./build.ts";
import { fitting } from "./database-check.ts";
import { clone, loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { beforeEnd, run } from "./run.ts";

const patience = 30_000; // for running requests, when asked to stop

await run(async () => {
  loadEnvironment();
  Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
  const { APP_ORIGIN, AUTH_DATABASE_URL, DATABASE_URL, HOSTNAME, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, PORT, PUBLISHER_DATABASE_URL } = env();
  const built = lastBuild();
  if (!built) throw new Failure("There is no build to start.", "Run npm run build first. To only try the product: npm run demo");
  if (built.key !== keyMark(NEXT_SERVER_ACTIONS_ENCRYPTION_KEY)) throw new Failure("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not the key the product was built with: no form would work.", "Start with the key of the build, or build again with this one (npm run build).");
  await fitting("DATABASE_URL", DATABASE_URL, true);
  await fitting("AUTH_DATABASE_URL", AUTH_DATABASE_URL);
  await fitting("PUBLISHER_DATABASE_URL", PUBLISHER_DATABASE_URL);
  const port = await listen(PORT, HOSTNAME);
  console.log(`Ready at ${APP_ORIGIN} (port ${port}).`);
  process.send?.({ port });
  await new Promise(() => {}); // until somebody stops it
}, 0);

async function listen(wished: number, hostname: string | undefined): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(wished, hostname, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : wished;
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: clone, hostname: hostname ?? "localhost", port, httpServer: server });
  const answer = app.getRequestHandler();
  const prepared = app.prepare();
  server.on("request", (request, response) => {
    honest(request);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", closedPolicy); // a page writes its own over it
    if (!readable(request.url ?? "") || isForeign(request)) return void response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Not found\n");
    answering((status) => {
      const writeHead = response.writeHead.bind(response) as (code: number, ...rest: unknown[]) => typeof response;
      response.writeHead = (code: number, ...rest: unknown[]) => writeHead(status() ?? code, ...rest);
      void prepared.then(() => answer(request, response));
    });
  });
  beforeEnd(async () => {
    ending.asked = true;
    const tooLong = setTimeout(() => process.exit(1), patience);
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    await new Promise((resolve) => server.close(resolve)); // running requests are answered, new ones are not taken
    await app.close(); // and what they left to do afterwards is done
    for (const close of ending.closes.reverse()) await close();
    clearTimeout(tooLong);
    clearInterval(idle);
  });
  await prepared;
  console.error = () => {}; // the framework would print an error's own words, which can carry a row; ours are logged without
  return port;
}

// A form from somebody else's page to one of ours: the framework would call it a fault of its own. Where it does not look, our deeds refuse and note it.
function isForeign({ method, headers, url }: IncomingMessage): boolean {
  return method === "POST" && !url?.startsWith("/api/") && headers.origin !== undefined && headers.origin !== env().APP_ORIGIN;
}

// The same for an address that cannot be decoded.
function readable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

// Who calls and by which name: what a caller claims about that counts only from a proxy that writes over such claims.
function honest({ headers, socket }: IncomingMessage): void {
  if (env().TRUST_PROXY) return;
  for (const claim of ["forwarded", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"]) delete headers[claim];
  headers["x-forwarded-for"] = socket.remoteAddress ?? "";
}
