import type pg from "pg";
import { uuidShape } from "#lib/data/shapes.ts";
import type { Quarter } from "./quarter.ts";
import { asking, reckoned, type Cell } from "./reckoning.ts";

type Connection = Pick<pg.ClientBase, "query">;
type Provider = { id: string; time_zone: string; nuts_version: string; region_code: string };
export type Count = { id: string; timeZone: string; region: Pick<Provider, "nuts_version" | "region_code">; cells: Cell[] };

// Sharing is on by the newest text alone: who agreed to an older one has not agreed to what is published now.
const shared = "state = 'on' and text_version = (select max(version) from agreed_texts where kind = 'sharing')";

/** What each provider has that shares; without a region there is nothing to add to. This may take long and locks nothing. */
export async function counted(connection: Connection, quarter: Quarter): Promise<Count[]> {
  const { rows: providers } = await connection.query<Provider>("select id, time_zone, nuts_version, region_code from providers where region_code is not null order by id");
  const counts: Count[] = [];
  for (const { id, time_zone: timeZone, ...region } of providers) {
    await enter(connection, id);
    const { rowCount } = await connection.query(`select from sharings where provider_id = $1 and ${shared}`, [id]);
    if (rowCount) counts.push({ id, timeZone, region, cells: await reckoned(asking(connection), { id, timeZone }, [quarter]) });
  }
  return counts;
}

/**
 * Locks and looks again, in the order of ids: a leader withdraws either before, and then it is off here, or after this release.
 * Who moved to another region while it was counted is left out too.
 */
export async function stillShared(connection: Connection, counts: Count[]): Promise<Count[]> {
  const still: Count[] = [];
  for (const count of counts) {
    await enter(connection, count.id);
    const { rowCount } = await connection.query(
      `update sharings set taken_at = moment() where provider_id = $1 and ${shared}
       and exists (select from providers where (id, time_zone, nuts_version, region_code) = ($1, $2, $3, $4))`,
      [count.id, count.timeZone, count.region.nuts_version, count.region.region_code]);
    if (rowCount) still.push(count);
  }
  return still;
}

async function enter(connection: Connection, id: string): Promise<void> {
  if (!uuidShape.test(id)) throw new Error("the provider's id is not a UUID"); // SET takes no bind parameter
  await connection.query(`set local app.provider_id = '${id}'`);
}
