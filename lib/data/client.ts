import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { watchPool } from "#lib/metrics.ts";
import { once } from "#lib/once.ts";
import { connections } from "#lib/processes.ts";
import { PrismaClient } from "#prisma/generated/client.ts";
import { steady } from "./pool.ts";

// A server that has stopped answering is given up a second after its own statement_timeout. The address is read here and not
// through env(): a build imports this file without a database. It is checked at the start.
const pool = once("app pool", () => {
  const made = steady(new pg.Pool({ connectionString: process.env.DATABASE_URL, max: connections.app, connectionTimeoutMillis: 3_000, query_timeout: 6_000, keepAlive: true, maxLifetimeSeconds: 1_800 }));
  // A connection that comes back in the middle of a transaction still carries somebody's provider: it is thrown away.
  made.on("release", (_error, connection) => {
    const returned = connection as pg.PoolClient & { _poolUseCount: number };
    if (returned.getTransactionStatus() !== "I") returned._poolUseCount = Infinity;
  });
  return watchPool("app", made);
});

// errorFormat: a longer message would repeat what people typed.
/** The one client. Its database role owns no table and cannot bypass row level security. */
export const client = once("client", () => new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal" }));

export const closeClient = async () => {
  await client.$disconnect();
  await pool.end();
};
