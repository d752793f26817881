/** The rows of the tables, as lines: out of a database and back into one, through the same guard as everybody. */
import { hash } from "node:crypto";
import type pg from "pg";
import type { Table } from "./tables.ts";

/** How many rows, and a sum over each row's own hash: the same for the same rows in any order. */
export type Tally = { rows: number; sum: string };
export type Tallies = Record<string, Tally>;
/** Rows of one table that belong to one provider or programme, or to nobody. */
export type Section = { table: Table; place: string | null };

const atOnce = 1_000;

/**
 * The sections that hold rows, in the order of the tables. The owner's rows are guarded too, so each place is entered by itself:
 * that asks for no right to go round the guard. Inside a transaction.
 */
export async function sections(client: pg.ClientBase, all: Table[]): Promise<Section[]> {
  const places = { provider: await heldBy(client, all, "provider"), programme: await heldBy(client, all, "programme") };
  return all.flatMap((table) => (table.guard ? (places[table.guard].get(table.name) ?? []) : [null]).map((place) => ({ table, place })));
}

// Most places hold rows in some tables only: one question a place says in which.
async function heldBy(client: pg.ClientBase, all: Table[], guard: "provider" | "programme"): Promise<Map<string, string[]>> {
  const { rows: places } = await client.query<{ id: string }>(`select id from public.${guard}s order by id`);
  const guarded = all.filter((table) => table.guard === guard);
  const held = new Map(guarded.map(({ name }) => [name, [] as string[]]));
  for (const { id } of places) {
    await enter(client, { guard, place: id });
    const { rows } = await client.query<{ name: string }>(guarded.map(({ name }) => `select ${client.escapeLiteral(name)} as name where exists (select from ${name} where ${guard}_id = ${client.escapeLiteral(id)})`).join(" union all "));
    for (const { name } of rows) held.get(name)?.push(id);
  }
  return held;
}

/** A section's rows, a thousand at a time, each row one line of JSON. Inside a transaction. */
export async function* linesOf(client: pg.ClientBase, { table, place }: Section): AsyncGenerator<string[]> {
  await enter(client, { guard: table.guard, place });
  const where = [place && `${table.guard}_id = ${client.escapeLiteral(place)}`, table.only].filter(Boolean).join(" and ") || "true";
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
  // In JSON a line feed only ever stands between its parts.
  await client.query(`declare lines no scroll cursor for select replace(row_to_json(kept)::text, e'\\n', ' ') as line from (select ${columns} from ${table.name} where ${where}) kept`);
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${atOnce} from lines`);
    if (rows.length) yield rows.map(({ line }) => line);
    if (rows.length < atOnce) break;
  }
  await client.query("close lines");
}

/** Puts rows back into their section. Inside a transaction. */
export async function put(client: pg.ClientBase, section: Section, lines: string[]): Promise<void> {
  const { name, columns } = section.table;
  const named = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  await enter(client, { guard: section.table.guard, place: section.place });
  for (let from = 0; from < lines.length; from += atOnce)
    await client.query(`insert into ${name} (${named}) select ${named} from json_populate_recordset(null::${name}, $1::json)`, [`[${lines.slice(from, from + atOnce).join(",")}]`]);
}

async function enter(client: pg.ClientBase, { guard, place }: { guard: Table["guard"]; place: string | null }): Promise<void> {
  if (guard && place) await client.query(`set local app.${guard}_id = ${client.escapeLiteral(place)}`);
}

/** Adds lines to the tally of their table. */
export function count(tallies: Tallies, { table: { name } }: Section, lines: string[]): void {
  const { rows, sum } = tallies[name] ?? none;
  let total = BigInt(`0x${sum}`);
  for (const line of lines) total = BigInt.asUintN(64, total + hash("sha256", line, "buffer").readBigUInt64BE());
  tallies[name] = { rows: rows + lines.length, sum: total.toString(16) };
}

const none: Tally = { rows: 0, sum: "0" };

/** The tables of which the two do not hold the same. */
export function differing(one: Tallies, other: Tallies): string[] {
  const same = (name: string) => (one[name] ?? none).rows === (other[name] ?? none).rows && (one[name] ?? none).sum === (other[name] ?? none).sum;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !same(name));
}

export const rowsIn = (tallies: Tallies) => Object.values(tallies).reduce((sum, { rows }) => sum + rows, 0);
