/** What is looked at before the framework sees a request: what it would take for a fault of its own, or believe though anybody can write it. */
import type { IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { env } from "#lib/env.ts";

/** Pages are read and forms are sent; nothing else is done here. */
export const methods = "GET, HEAD, POST";

/** The status of a request that is not to be answered any further, by its head alone. */
export function turnedAway(request: IncomingMessage): 400 | 404 | 405 | undefined {
  if (!methods.split(", ").includes(request.method ?? "")) return 405;
  if (!readable(request.url ?? "") || isForeign(request)) return 404;
  return knowsItsPlace(request) ? undefined : 400;
}

// A form from somebody else's page to one of ours: the framework would call it a fault of its own. Where it does not look, our deeds refuse and note it.
function isForeign({ method, headers, url }: IncomingMessage): boolean {
  return method === "POST" && !url?.startsWith("/api/") && headers.origin !== undefined && headers.origin !== env().APP_ORIGIN;
}

// The same for an address that cannot be decoded, that names another house (the framework would send its reader there), or that goes back on itself, as no browser writes it.
function readable(url: string): boolean {
  try {
    const path = decodeURIComponent(url.split("?")[0] ?? "");
    return path.startsWith("/") && !/\/\.\.?(\/|$)/.test(path);
  } catch {
    return false;
  }
}

// And for a page's own word about what it shows already: nobody's script of ours writes it wrong.
function knowsItsPlace({ headers }: IncomingMessage): boolean {
  try {
    parseAndValidateFlightRouterState(headers["next-router-state-tree"]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Where we stand and who calls. The product has one address, whatever host, scheme or port a request names; the caller's own
 * address is the socket's, or what a proxy writes that overwrites such claims.
 */
export function honest(request: IncomingMessage): void {
  const { headers, socket } = request;
  const { APP_ORIGIN, TRUST_PROXY } = env();
  const own = new URL(APP_ORIGIN);
  for (const claim of ["forwarded", "x-forwarded-host", "x-forwarded-port"]) delete headers[claim];
  headers.host = own.host;
  headers["x-forwarded-proto"] = own.protocol.slice(0, -1);
  if (!TRUST_PROXY) headers["x-forwarded-for"] = socket.remoteAddress ?? "";
  if (request.url?.startsWith(`${APP_ORIGIN}/`)) request.url = request.url.slice(APP_ORIGIN.length); // a proxy may name the whole address
}
