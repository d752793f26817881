/** Two places of every kind, furnished with rows, for whoever tries to reach from one into the other. */
import pg from "pg";
import { dithmarschen, vidzeme } from "#tests/support/people.ts";
import { setUp, type Stand } from "./matrix.ts";

/** The two providers of the world and two programmes of their own. */
export async function furnish(owner: pg.Client): Promise<Stand[]> {
  const programmes: [string, string] = [crypto.randomUUID(), crypto.randomUUID()];
  await owner.query("insert into programmes (id, slug, name) values ($1, 'north', 'North'), ($2, 'south', 'South')", programmes);
  return setUp(owner, { provider_id: [vidzeme.id, dithmarschen.id], programme_id: programmes });
}

/** A connection that may be cut when the tests are done. */
export async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {}); // the database goes when the tests are done
  await client.connect();
  return client;
}
