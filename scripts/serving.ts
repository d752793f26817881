/** The built product listening in this process. */
import { createServer } from "node:http";
import { answering } from "#lib/answer-status.ts";
import { ending } from "#lib/ending.ts";
import { closedPolicy, securityHeaders } from "#lib/headers.ts";
import { faultOf, log } from "#lib/log.ts";
import { honest } from "./doorstep.ts";
import { admitted, isForm } from "./entrance.ts";
import { clone } from "./environment.ts";
import { beforeEnd } from "./run.ts";
import { isWaiting, limitSockets, paces } from "./sockets.ts";

const patience = 30_000; // for running requests, when asked to stop

/** Listens at the wished port (0: any free one) and answers the port, once pages can be asked for. */
export async function listen(wished: number, hostname: string | undefined): Promise<number> {
  const server = createServer({ ...paces(), shouldUpgradeCallback: () => false }); // nothing here speaks anything but HTTP/1.1
  limitSockets(server);
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
    if (isWaiting(request, response)) return void request.socket.destroy();
    honest(request);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", closedPolicy); // a page writes its own over it
    void admitted(request, response).then((guest) => guest && answering({ unread: isForm(guest) }, (status) => {
      const writeHead = response.writeHead.bind(response) as (code: number, ...rest: unknown[]) => typeof response;
      response.writeHead = (code: number, ...rest: unknown[]) => writeHead(status(code), ...rest);
      return prepared.then(() => answer(guest, response));
    })).catch((error: unknown) => {
      log.error({ ...faultOf(error), kind: "door" }, "fault");
      response.destroy(); // this caller learns nothing, everybody else is served
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
  // What breaks outside of a request; the framework keeps the process alive and would print it.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) process.on(event, (error: unknown) => log.error({ ...faultOf(error), kind: event }, "fault"));
  console.error = () => {}; // the framework would print an error's own words, which can carry a row; ours are logged without
  return port;
}
