import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { env } from "#lib/env.ts";

/** How long a visitor's or participant's session lasts, and how long a member's: security of a shared room, in seconds. */
export const visitSeconds = 12 * 3_600;
export const memberSeconds = 8 * 3_600;

/** The hash of the caller's session secret, or null. The secret itself is never stored. */
export async function sessionHash(): Promise<Buffer | null> {
  const secret = (await cookies()).get(cookieName())?.value;
  return secret ? hashOf(secret) : null;
}

export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: hashOf(secret) };
}

/** Hands the secret to the browser; only after the deed's transaction has been committed. */
export async function giveCookie(secret: string, seconds: number): Promise<void> {
  (await cookies()).set(cookieName(), secret, attributes(seconds));
}

export async function takeCookie(): Promise<void> {
  (await cookies()).set(cookieName(), "", attributes(0));
}

/** What a browser has begun and comes back with: `ask` for a letter, `try` to prove who somebody is with their device or outside. */
type Begun = "ask" | "try";

/** Marks the browser that begins this, for so many seconds, and answers the mark's hash. */
export async function markBrowser(begun: Begun, seconds: number): Promise<Buffer> {
  const { secret, hash } = newSecret();
  (await cookies()).set(nameOf(begun), secret, attributes(seconds));
  return hash;
}

/** The hash of the mark of a browser that began this, or null. */
export async function markOf(begun: Begun): Promise<Buffer | null> {
  const secret = (await cookies()).get(nameOf(begun))?.value;
  return secret ? hashOf(secret) : null;
}

export async function forgetMark(begun: Begun): Promise<void> {
  (await cookies()).set(nameOf(begun), "", attributes(0));
}

/** What a browser keeps of somebody who signed in with it, so that it is known again; and what it has kept. */
export async function keepKnown(sign: string, seconds: number): Promise<void> {
  (await cookies()).set(nameOf("known"), sign, attributes(seconds));
}
export async function keptKnown(): Promise<string> {
  return (await cookies()).get(nameOf("known"))?.value ?? "";
}

function hashOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

const attributes = (seconds: number) => ({ httpOnly: true, secure: isSecure(), sameSite: "lax" as const, path: "/", maxAge: seconds });
const isSecure = () => env().APP_ORIGIN.startsWith("https:");
// Plain http is for loopback only; there the browser would refuse the __Host- name.
export const cookieName = () => nameOf("sid");
const nameOf = (name: "sid" | "known" | Begun) => (isSecure() ? `__Host-${name}` : name);
