/** Right rows of any table, made from its columns' types, keys and checks: a table that comes tomorrow needs no word here. */
import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

export type Row = Record<string, unknown>;
type Column = { name: string; type: string; key: boolean; mayBeEmpty: boolean; parent: string | null; parentColumn: string | null; parentIsShared: boolean; checks: string[] };

/** Makes a row in the place that the transaction is set to, and what it hangs on; `given` are the columns that matter to the caller. */
export async function make(client: pg.ClientBase, table: string, given: Row = {}): Promise<Row> {
  return insert(client, table, await fitting(client, table, given));
}

/** The same row but not yet there: everything it hangs on is. */
export async function fitting(client: pg.ClientBase, table: string, given: Row = {}): Promise<Row> {
  const choices: [string, unknown[]][] = Object.entries(given).map(([name, value]) => [name, [value]]);
  for (const column of await columnsToFill(client, table)) if (!(column.name in given)) choices.push([column.name, [...(column.mayBeEmpty ? [null] : []), ...(await valuesFor(client, column))]]);
  for (const row of combinations(choices)) {
    await client.query("savepoint attempt");
    try {
      await insert(client, table, row);
      return row;
    } catch (error) {
      if (!/^(23505|23514)$/.test(String((error as { code?: string }).code))) throw error; // taken or not allowed together: the next one
    } finally {
      await client.query("rollback to attempt");
    }
  }
  throw new Error(`no row fits into ${table}: teach tests/isolation/rows.ts its checks`);
}

/** Puts a row in as it is, and answers it with all its defaults. */
export async function insert(client: pg.ClientBase, table: string, row: Row): Promise<Row> {
  const names = Object.keys(row);
  const { rows } = await client.query<Row>(`insert into ${table} (${names.join(", ")}) values (${names.map((_, at) => `$${at + 1}`).join(", ")}) returning *`, Object.values(row));
  return rows[0] ?? {};
}

const shapes = new Map<string, Column[]>();

/** What must be said of a row because no default says it. The first column is the place, which the transaction says. */
async function columnsToFill(client: pg.ClientBase, table: string): Promise<Column[]> {
  const known = shapes.get(table);
  if (known) return known;
  const { rows } = await client.query<Column>(
    `select column_.attname as name, atttypid::regtype::text as type, attnum = any (indkey) as key, not attnotnull as "mayBeEmpty",
       confrelid::regclass::text as parent, (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[array_position(conkey, column_.attnum)]) as "parentColumn",
       coalesce(not relrowsecurity, false) as "parentIsShared",
       array(select pg_get_constraintdef(oid) from pg_constraint where conrelid = attrelid and contype = 'c' and conkey = array[attnum]) as checks
     from pg_attribute as column_ join pg_index on indrelid = attrelid and indisprimary
     left join pg_constraint on conrelid = attrelid and contype = 'f' and attnum = any (conkey) left join pg_class on pg_class.oid = confrelid
     where attrelid = $1::regclass and attnum > 1 and not attisdropped and (not atthasdef or attnum = any (indkey)) order by attnum`,
    [table],
  );
  shapes.set(table, rows);
  return rows;
}

async function valuesFor(client: pg.ClientBase, { name, type, key, parent, parentColumn, parentIsShared, checks }: Column): Promise<unknown[]> {
  if (parent && parentColumn) {
    // A row whose key is its parent's key wants a parent that has no such row yet.
    if (key && !parentIsShared) return [(await make(client, parent))[parentColumn]];
    // The oldest: a row made here must stay free, so that it can be removed.
    const { rows } = await client.query<{ value: unknown }>(`select ${parentColumn} as value from ${parent} order by xmin::text::bigint limit ${parentIsShared ? 10 : 1}`);
    return rows.length > 0 ? rows.map(({ value }) => value) : [(await make(client, parent))[parentColumn]];
  }
  const allowed = checks.flatMap((check) => (/ANY|= '/.test(check) ? [...check.matchAll(/'([^']+)'::text/g)].map((match) => match[1]) : []));
  if (allowed.length > 0) return allowed;
  if (checks.some((check) => check.includes("{2,3}"))) return ["en"];
  if (checks.some((check) => check.includes("Q[1-4]"))) return ["2026-Q1"];
  if (type === "text") return [`${name.slice(0, 3)}${randomBytes(6).toString("hex")}`];
  const [value] = { uuid: [randomUUID()], integer: [2], bigint: [2], bytea: [randomBytes(32)], "timestamp with time zone": [new Date()], date: [new Date()], boolean: [true] }[type] ?? [];
  if (value === undefined) throw new Error(`${name} is ${type}: teach tests/isolation/rows.ts to make one`);
  return [value];
}

function* combinations([first, ...others]: [string, unknown[]][]): Generator<Row> {
  if (!first) return yield {};
  const [name, values] = first;
  for (const value of values) for (const rest of combinations(others)) yield { [name]: value, ...rest };
}
