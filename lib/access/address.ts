import "server-only";
import { headers } from "next/headers";
import { env } from "#lib/env.ts";
import { householdOf } from "./household.ts";

/** The network a caller comes from, shortened (IPv4 whole, IPv6 its /64); a proxy's word counts only with TRUST_PROXY. */
export async function callerAddress(): Promise<string> {
  const told = (await headers()).get("x-forwarded-for") ?? "";
  // The last entry is the one our own proxy, or our own server, has written.
  return householdOf(told.split(",").at(-1)?.trim() ?? "") || "unknown";
}

/** Did the browser send this from our own pages? */
export async function isOwnOrigin(): Promise<boolean> {
  const asked = await headers();
  const site = asked.get("sec-fetch-site");
  return asked.get("origin") === env().APP_ORIGIN && (site === null || site === "same-origin");
}
