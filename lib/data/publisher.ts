import "server-only";
import pg from "pg";
import { watchPool } from "#lib/metrics.ts";
import { once } from "#lib/once.ts";
import { connections } from "#lib/processes.ts";
import { steady } from "./pool.ts";

// The third connection: the role publisher writes published figures, enters provider after provider by the same guard as everybody,
// and can read no word that anybody said or wrote. One at a time, since releases wait for each other anyway.
const pool = once("publisher pool", () => watchPool("publisher", steady(new pg.Pool({ connectionString: process.env.PUBLISHER_DATABASE_URL, max: connections.publisher || 1, connectionTimeoutMillis: 3_000, query_timeout: 60_000, keepAlive: true, application_name: "sempre publisher" }))));

export const closePublisher = () => pool.end();

/** Lends the publisher's connection; after a failure it is thrown away, as it may still be inside a provider. */
export async function asPublisher<T>(work: (connection: pg.ClientBase) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  try {
    const done = await work(connection);
    connection.release();
    return done;
  } catch (error) {
    connection.release(true);
    throw error;
  }
}
