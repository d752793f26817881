/** Every right too many that somebody could be given on a tenant table, table by table and word by word. */
import type pg from "pg";
import type { Breakage } from "./breakages.ts";
import { tenantTables } from "./catalogue.ts";

/** Rights that nobody has on any tenant table: of another role, of everybody, to pass on, to empty a table. */
export async function rightsTooMany(client: pg.ClientBase): Promise<Breakage[]> {
  return (await tenantTables(client)).flatMap(({ name, lead }) =>
    [
      `grant truncate on ${name} to app_user`,
      `grant references on ${name} to app_user`,
      `grant trigger on ${name} to app_user`,
      `grant select on ${name} to app_user with grant option`,
      `grant select on ${name} to auth_user`,
      `grant insert on ${name} to publisher`,
      `grant delete on ${name} to publisher`,
      `grant select (${lead}) on ${name} to public`,
    ].map((statement) => ({ statement, about: name })),
  );
}

/** Every column with words, or with what names or reaches a person, shown to whoever goes through all providers. */
export async function wordsShown(client: pg.ClientBase): Promise<Breakage[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select attrelid::regclass::text as table, attname as column from pg_attribute
     where attrelid = any ($1::text[]::regclass[]) and attnum > 0 and not attisdropped and col_description(attrelid, attnum) ~ '^class=(words|personal|contact|secret);' order by 1, 2`,
    [`{${(await tenantTables(client)).map(({ name }) => name).join(",")}}`],
  );
  return rows.map(({ table, column }) => ({ statement: `grant select (${column}) on ${table} to publisher`, about: `${table}.${column}` }));
}

/** What the product itself may not do to a table, such as change history: every right that is missing, given. */
export async function historyChanged(client: pg.ClientBase): Promise<(Breakage & { trial: string })[]> {
  const tables = `{${(await tenantTables(client)).map(({ name }) => name).join(",")}}`;
  const { rows } = await client.query<{ table: string; right: string }>(
    `select t::regclass::text as table, r as right from unnest($1::text[]) as t, unnest(array['insert', 'update', 'delete']) as r where not has_table_privilege('app_user', t, r) order by 1, 2`,
    [tables],
  );
  return rows.map(({ table, right }) => ({ statement: `grant ${right} on ${table} to app_user; set local role app_user`, about: table, trial: right }));
}
