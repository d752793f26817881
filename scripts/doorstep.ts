/** What is looked at before the framework sees a request: what it would take for a fault of its own, or believe though anybody can write it. */
import type { IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";

/** Is this a request to be answered at all? Otherwise it is not found. */
export function mayComeIn(request: IncomingMessage): boolean {
  return readable(request.url ?? "") && !isForeign(request);
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

/** Who calls and by which name: what a caller claims about that counts only from a proxy that writes over such claims. */
export function honest({ headers, socket }: IncomingMessage): void {
  if (env().TRUST_PROXY) return;
  for (const claim of ["forwarded", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"]) delete headers[claim];
  headers["x-forwarded-for"] = socket.remoteAddress ?? "";
}
