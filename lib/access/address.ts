import "server-only";
import { headers } from "next/headers";
import { env } from "#lib/env.ts";

/** The network a caller comes from, shortened (IPv4 whole, IPv6 its /64); a proxy's word counts only with TRUST_PROXY. */
export async function callerAddress(): Promise<string> {
  const told = (await headers()).get("x-forwarded-for") ?? "";
  // The last entry is the one our own proxy, or our own server, has written.
  const address = told.split(",").at(-1)?.trim() ?? "";
  return address.includes(":") && !address.includes(".") ? firstHalf(address) : address || "unknown";
}

// The /64 of an IPv6 address, which is one household's: `2001:db8::1` stands for 2001:db8:0:0.
function firstHalf(address: string): string {
  const [before = "", after] = address.split("::");
  const [head, tail] = [before, after ?? ""].map((part) => part.split(":").filter(Boolean));
  const zeros = after === undefined ? 0 : Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0));
  return [...(head ?? []), ...Array<string>(zeros).fill("0"), ...(tail ?? [])].slice(0, 4).join(":");
}

/** Did the browser send this from our own pages? */
export async function isOwnOrigin(): Promise<boolean> {
  const asked = await headers();
  const site = asked.get("sec-fetch-site");
  return asked.get("origin") === env().APP_ORIGIN && (site === null || site === "same-origin");
}
