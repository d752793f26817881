/** Every key, index and foreign key of the tenant tables, removed or made again without the place: each from the catalogue, so that tomorrow's are here too. */
import type pg from "pg";
import type { Breakage } from "./breakages.ts";
import { tenantTables } from "./catalogue.ts";

const ofTenants = async (client: pg.ClientBase) => `{${(await tenantTables(client)).map(({ name }) => name).join(",")}}`;

/** Each foreign key gone; each that points at a tenant table without the place; and, once, each will of its own that one can have. */
export async function holesInForeignKeys(client: pg.ClientBase): Promise<Breakage[]> {
  const { rows } = await client.query<{ child: string; parent: string; name: string; whole: string; guarded: boolean; columns: string[]; keys: string[]; alone: boolean }>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent, conname as name, pg_get_constraintdef(c.oid) as whole, relrowsecurity as guarded,
       array(select attname::text from unnest(conkey[2:]) with ordinality as k (num, at) join pg_attribute on attrelid = conrelid and attnum = num order by at) as columns,
       array(select attname::text from unnest(confkey[2:]) with ordinality as k (num, at) join pg_attribute on attrelid = confrelid and attnum = num order by at) as keys,
       not exists (select from pg_constraint o where o.contype = 'f' and o.conrelid = c.conrelid and o.oid <> c.oid and o.conkey && (case when cardinality(c.conkey) > 1 then c.conkey[2:] else c.conkey end)) as alone
     from pg_constraint c join pg_class on pg_class.oid = confrelid where contype = 'f' and conrelid = any ($1::text[]::regclass[]) order by 1, 3`,
    [await ofTenants(client)],
  );
  const again = (child: string, name: string, how: string) => `alter table ${child} drop constraint ${name}, add constraint ${name} ${how}`;
  const gone = rows.filter(({ alone }) => alone).map(({ child, name }) => ({ statement: `alter table ${child} drop constraint ${name}`, about: child }));
  const loose = rows.filter(({ guarded }) => guarded).map(({ child, parent, name, columns, keys }) => ({
    statement: `alter table ${parent} add constraint alone unique (${keys.join(", ")}); ${again(child, name, `foreign key (${columns.join(", ")}) references ${parent} (${keys.join(", ")})`)}`, about: `${child}.${name}`,
  }));
  const [first] = rows.filter(({ guarded }) => guarded);
  const wills = first ? ["ON DELETE CASCADE", "ON DELETE SET NULL", "ON UPDATE CASCADE ON DELETE RESTRICT"].map((will) => ({ statement: again(first.child, first.name, first.whole.replace("ON DELETE RESTRICT", will)), about: `${first.child}.${first.name}` })) : [];
  return [...gone, ...loose, ...wills];
}

/** Each primary key gone; each key and index made again without the place. What names one row of a place by nothing else cannot be without it. */
export async function holesInIndexes(client: pg.ClientBase): Promise<Breakage[]> {
  const { rows } = await client.query<{ table: string; name: string; primary: boolean; constraint: boolean; unique: boolean; others: string }>(
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, indisprimary as primary, indisunique as unique,
       exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u')) as constraint,
       (select string_agg(attname, ', ' order by at) from unnest(indkey) with ordinality as k (num, at) join pg_attribute on attrelid = indrelid and attnum = num where at > 1) as others
     from pg_index where indrelid = any ($1::text[]::regclass[]) order by 1, 2`,
    [await ofTenants(client)],
  );
  return rows.flatMap(({ table, name, primary, constraint, unique, others }) => {
    const drop = constraint ? `alter table ${table} drop constraint ${name} cascade` : `drop index ${name}`;
    const kind = primary ? `alter table ${table} add constraint ${name} primary key` : constraint ? `alter table ${table} add constraint ${name} unique` : `create ${unique ? "unique " : ""}index ${name} on ${table}`;
    return [...(primary ? [{ statement: drop, about: table }] : []), ...(others ? [{ statement: `${drop}; ${kind} (${others})`, about: name }] : [])];
  });
}
