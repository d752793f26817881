import type pg from "pg";
import { quarterOf, quartersBetween, shifted, type Quarter } from "./quarter.ts";
import { regionFigures, type Indicator } from "./region-figures.ts";
import { counted, stillShared, type Count } from "./release-counts.ts";

type Connection = Pick<pg.ClientBase, "query">;

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

/** One quarter in one transaction; false when it was released meanwhile. Counting takes long and locks nothing: that comes at the very end. */
async function release(connection: Connection, quarter: Quarter): Promise<boolean> {
  await connection.query("begin");
  try {
    const counts = await counted(connection, quarter);
    // Two at once: the second waits here for the first one's end.
    const { rowCount } = await connection.query("insert into releases (quarter) values ($1) on conflict do nothing", [quarter]);
    if (rowCount) await publish(connection, quarter, await stillShared(connection, counts));
    await connection.query("commit");
    return rowCount === 1;
  } catch (error) {
    await connection.query("rollback");
    throw error;
  }
}

// What a region's providers have, put together only here: small numbers of each must be known.
async function publish(connection: Connection, quarter: Quarter, counts: Count[]): Promise<void> {
  const { rows: indicators } = await connection.query<Indicator>("select code, about_people from indicators order by position");
  const regions = new Map<string, Count[]>();
  for (const count of counts) regions.set(regionOf(count), [...(regions.get(regionOf(count)) ?? []), count]);
  const figures = [...regions.values()].flatMap((inside) => regionFigures(indicators, inside.map(({ cells }) => cells)).map((figure) => ({ ...inside[0]?.region, ...figure })));
  await connection.query(
    `insert into figures (quarter, nuts_version, region_code, indicator, value, base, withheld)
     select $1, nuts_version, region_code, indicator, value, base, withheld
     from jsonb_to_recordset($2) as figure (nuts_version text, region_code text, indicator text, value int, base int, withheld boolean)`,
    [quarter, JSON.stringify(figures)]);
}

const regionOf = ({ region }: Count) => `${region.nuts_version} ${region.region_code}`;
