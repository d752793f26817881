import type pg from "pg";
import { uuidShape } from "#lib/data/shapes.ts";
import { quarterOf, quartersBetween, shifted, type Quarter } from "./quarter.ts";
import { asking, reckoned, type Cell } from "./reckoning.ts";
import { regionFigures, type Indicator, type RegionFigure } from "./region-figures.ts";

type Connection = Pick<pg.ClientBase, "query">;
type Provider = { id: string; time_zone: string; nuts_version: string; region_code: string };

/** So long after its end a quarter may still be written about; then it is counted and stays as it is. */
const daysAfter = 14;

/**
 * Publishes every quarter that is closed and has no release yet, and answers which these were; at most the latest twelve.
 * `since`: the first quarter to look at, else the one in which the first provider came. Opens a transaction for each quarter.
 */
export async function releaseQuarters(connection: Connection, { now, since }: { now?: Date; since?: Quarter } = {}): Promise<Quarter[]> {
  const released: Quarter[] = [];
  for (const quarter of await closedQuarters(connection, now, since)) if (await release(connection, quarter)) released.push(quarter);
  return released;
}

async function closedQuarters(connection: Connection, now: Date | undefined, since: Quarter | undefined): Promise<Quarter[]> {
  const { rows: [asked] } = await connection.query<{ at: Date; oldest: Date | null; released: string[] }>(
    "select coalesce($1::timestamptz, moment()) as at, (select min(created_at) from providers) as oldest, array(select quarter from releases) as released", [now ?? null]);
  if (!asked?.oldest) return [];
  const last = shifted(quarterOf(new Date(asked.at.getTime() - daysAfter * 86_400_000), "UTC"), -1);
  return quartersBetween(since ?? quarterOf(asked.oldest, "UTC"), last).filter((quarter) => !asked.released.includes(quarter));
}

/** One quarter in one transaction; false when it was released meanwhile. */
async function release(connection: Connection, quarter: Quarter): Promise<boolean> {
  await connection.query("begin");
  try {
    // Two at once: the second waits here for the first one's end.
    const { rowCount } = await connection.query("insert into releases (quarter) values ($1) on conflict do nothing", [quarter]);
    if (rowCount) await publish(connection, quarter, await countedByRegion(connection, quarter));
    await connection.query("commit");
    return rowCount === 1;
  } catch (error) {
    await connection.query("rollback");
    throw error;
  }
}

type Region = { nuts_version: string; region_code: string; cells: Cell[] };

// Providers without a region have nothing to add to. By id, so that locks are always taken in the same order.
async function countedByRegion(connection: Connection, quarter: Quarter): Promise<Region[]> {
  const { rows: providers } = await connection.query<Provider>("select id, time_zone, nuts_version, region_code from providers where region_code is not null order by id");
  const regions = new Map<string, Region>();
  for (const provider of providers) {
    const cells = await sharedCells(connection, provider, quarter);
    const { nuts_version, region_code } = provider;
    const region = regions.get(`${nuts_version} ${region_code}`) ?? { nuts_version, region_code, cells: [] };
    if (cells) regions.set(`${nuts_version} ${region_code}`, { ...region, cells: [...region.cells, ...cells] });
  }
  return [...regions.values()];
}

/** One provider's counts, or nothing where sharing is off. */
async function sharedCells(connection: Connection, { id, time_zone: timeZone }: Provider, quarter: Quarter): Promise<Cell[] | undefined> {
  if (!uuidShape.test(id)) throw new Error("the provider's id is not a UUID"); // SET takes no bind parameter
  await connection.query(`set local app.provider_id = '${id}'`);
  // This locks the row: a leader withdraws either before, and then it is off here, or after this release.
  const { rowCount } = await connection.query("update sharings set taken_at = moment() where provider_id = $1 and state = 'on'", [id]);
  return rowCount ? reckoned(asking(connection), { id, timeZone }, [quarter]) : undefined;
}

async function publish(connection: Connection, quarter: Quarter, regions: Region[]): Promise<void> {
  const { rows: indicators } = await connection.query<Indicator>("select code, about_people from indicators order by position");
  const figures = regions.flatMap(({ cells, ...region }) => regionFigures(indicators, cells).map((figure): RegionFigure => ({ ...region, ...figure })));
  await connection.query(
    `insert into figures (quarter, nuts_version, region_code, indicator, value, base, withheld)
     select $1, nuts_version, region_code, indicator, value, base, withheld
     from jsonb_to_recordset($2) as figure (nuts_version text, region_code text, indicator text, value int, base int, withheld boolean)`,
    [quarter, JSON.stringify(figures)]);
}
