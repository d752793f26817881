import "server-only";
import { client } from "#lib/data/client.ts";
import { env } from "#lib/env.ts";

/** Is this the demonstration? Only with its mark in the database and an address that nobody else can reach. */
export async function isDemo(): Promise<boolean> {
  if (!["localhost", "127.0.0.1", "[::1]"].includes(new URL(env().APP_ORIGIN).hostname)) return false;
  return (await client.demoMark.count()) > 0;
}
