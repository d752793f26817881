import createMiddleware from "next-intl/middleware";
import { NextResponse, type NextRequest } from "next/server";
import { securityHeaders } from "#lib/headers.ts";
import { routing } from "#lib/language/routing.ts";

const byLanguage = createMiddleware(routing);
const outsideLanguage = /^\/(api\/|api$|demo$|demo\/mail$|healthz$|readyz$)/;

/** Gives every answer its headers and a nonce, and every page its language. It decides nothing about who may: that is `enter`. */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  // Next reads the nonce from the request; what a caller sends under these names is overwritten.
  request.headers.set("Content-Security-Policy", policy);
  request.headers.set("x-nonce", nonce);
  request.headers.delete("x-next-intl-locale");
  const response = outsideLanguage.test(request.nextUrl.pathname) ? spoken(request) : byLanguage(request);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

// Pages outside the language address speak the browser's first language that we know.
function spoken(request: NextRequest): NextResponse {
  const wanted = (request.headers.get("accept-language") ?? "").slice(0, 200).split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  request.headers.set("x-next-intl-locale", wanted.find((language) => routing.locales.includes(language)) ?? routing.defaultLocale);
  return NextResponse.next({ request: { headers: request.headers } });
}

const developing = process.env.NODE_ENV === "development";

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' blob: data:", "connect-src 'self'", "font-src 'self'", "worker-src 'self'", "manifest-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
    ...(developing ? [] : ["require-trusted-types-for 'script'", "trusted-types default"]), // app/trusted-scripts.ts
  ].join("; ");
}

// Not the built files (they carry no page); everything else, prefetches too.
export const config = { matcher: ["/((?!_next/static/|icon\\.svg$).*)"] };
