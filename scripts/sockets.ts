/** How long somebody may take, and how many sockets may stand open: so that who sends nothing keeps nobody else out. */
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { householdOf } from "#lib/access/household.ts";
import { env } from "#lib/env.ts";

/** Milliseconds. */
export const paces = () => ({
  headersTimeout: 10_000, // a socket's first word, and a request's head: a phone on a bad line needs two seconds
  requestTimeout: 30_000, // a whole form: ten pages of text in that time are 1 kB a second
  keepAliveTimeout: env().TRUST_PROXY ? 75_000 : 5_000, // longer than a proxy keeps its own sockets (nginx: 60 s), so that it never sends into one that closes
  connectionsCheckingInterval: 2_000,
});

/** A full hall behind one line: 300 phones, each with the six sockets a browser opens at most. */
export const mostFromOne = 2_000;
const quiet = 60_000; // somebody who reads an answer this slowly reads it no more
const forOurselves = 500; // files, the database, letters

/** Sets the limits; without a proxy, which would be one address for everybody, also the one for each address. */
export function limitSockets(server: Server, fromOne = mostFromOne): void {
  server.timeout = quiet;
  Object.assign(server, { dropMaxConnection: true }); // else the first process would hand a socket too many round and round
  server.maxConnections = Math.max(forOurselves, openFiles() - forOurselves);
  if (env().TRUST_PROXY) return;
  const open = new Map<string, number>();
  server.on("connection", (socket) => {
    const from = householdOf(socket.remoteAddress ?? "");
    const count = (open.get(from) ?? 0) + 1;
    if (count > fromOne) return void socket.destroy();
    open.set(from, count);
    socket.once("close", () => {
      const left = (open.get(from) ?? 1) - 1;
      if (left > 0) open.set(from, left);
      else open.delete(from);
    });
  });
}

const busy = new WeakSet<Socket>();

/** One question at a time: no browser asks again before it has its answer, and two hundred questions in one breath would be drawn all at once. */
export function isWaiting(request: IncomingMessage, response: ServerResponse): boolean {
  const { socket } = request;
  if (busy.has(socket)) return true;
  busy.add(socket);
  for (const end of ["finish", "close"]) response.once(end, () => busy.delete(socket));
  return false;
}

// What the machine lets one process open, sockets among it; not every machine says.
function openFiles(): number {
  Object.assign(process.report, { excludeNetwork: true }); // it would look up names
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: number | "unlimited" } } };
  const soft = userLimits?.open_files?.soft ?? 10_000;
  return soft === "unlimited" ? 65_536 : soft;
}
