/** Words of one provider that cannot be anybody else's, in every column that can hold a word: where one of them turns up, its table and column are known. */
import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { tenantTables } from "#tests/isolation/catalogue.ts";
import { make } from "#tests/isolation/rows.ts";

/** `where`: whose rows these are; `copy`: a former state of a column with a fixed list. */
type Column = { table: string; name: string; class: string; where: string; copy: boolean };
/** `fixed`: columns whose CHECK allows a few fixed words only; `empty`: columns that no row fills. */
export type Planted = Record<"planted" | "fixed" | "empty", Column[]>;

export const labelOf = ({ table, name }: Column) => `${table}.${name}`;

const canary = /canary-[a-z0-9-]*[a-z0-9]/g;

/** Every canary in a text, but for those that the asker named. */
export const canariesIn = (text: string, asked = ""): string[] => [...new Set(text.toLowerCase().match(canary) ?? [])].filter((found) => !asked.toLowerCase().includes(found));

/** The column that a canary sings of: `members.name`. */
export const columnOf = (found: string): string => found.replace(/^canary-/, "").replace(/-\d+$/, "");

/** Makes sure that every table has a row of this provider's, and writes a canary of its own into every word of it, and of its people's accounts. */
export async function plant(owner: pg.Client, provider: { id: string }): Promise<Planted> {
  const done: Planted = { planted: [], fixed: [], empty: [] };
  await owner.query("begin");
  await owner.query("select set_config('app.provider_id', $1, true)", [provider.id]);
  for (const { name, lead } of await tenantTables(owner)) if (lead === "provider_id" && !(await owner.query(`select from ${name} limit 1`)).rowCount) await make(owner, name);
  await fillAccounts(owner);
  for (const column of [...(await wordsOfTenants(owner)), ...(await wordsOfAccounts(owner))]) done[column.copy ? "fixed" : await sown(owner, column)].push(column);
  await owner.query("commit");
  return done;
}

/** Writes canaries into what stands in this column; where nothing does, into its empty rows, or into a new row that takes one. */
async function sown(owner: pg.Client, column: Column): Promise<keyof Planted> {
  const { table, name, where } = column;
  const song = `'canary-${labelOf(column).replace(/[._]/g, "-")}-' || n${name === "email" ? " || '@example.org'" : ""}`;
  const write = async (which: string) => (await owner.query(`update ${table} as t set ${name} = ${song} from (select ctid as c, row_number() over (order by ctid) as n from ${table} as t where ${which} and ${where}) as r where t.ctid = r.c`)).rowCount ?? 0;
  for (const attempt of [() => write(`${name} is not null`), () => write("true"), async () => Object.keys(await make(owner, table, { [name]: `canary-${labelOf(column).replace(/[._]/g, "-")}-1` })).length]) {
    await owner.query("savepoint one");
    try {
      if ((await attempt()) > 0) return "planted";
    } catch (error) {
      await owner.query("rollback to one");
      const has = await owner.query(`select from ${table} as t where ${name} is not null and ${where} limit 1`);
      if (has.rowCount) return "fixed";
      if (!/23514|no row fits/.test(`${(error as { code?: string }).code} ${String(error)}`)) throw error;
    }
  }
  return "empty";
}

const classOf = "substring(col_description(attrelid, attnum) from '^class=([a-z]+);')";

/** A column that is called like one of the fixed lists, in a table of former states, keeps a copy of it. */
async function wordsOfTenants(owner: pg.Client): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `with words as (select attrelid, attnum, attrelid::regclass::text as table, attname as name, ${classOf} as class,
       exists (select from pg_constraint where contype = 'c' and conrelid = attrelid and conkey = array[attnum]) as checked
       from pg_attribute where attrelid = any ($1::text[]::regclass[]) and attnum > 0 and not attisdropped and atttypid in ('text'::regtype, 'varchar'::regtype))
     select w.table, name, class, 'true' as where, not checked and w.table like '%\\_versions' and exists (select from words o where o.name = w.name and o.checked) as copy from words w order by 1, 2`,
    [`{${(await tenantTables(owner)).filter(({ lead }) => lead === "provider_id").map(({ name }) => name).join(",")}}`],
  );
  return rows;
}

const itsPeople = "(select person_id from auth.memberships where provider_id = current_provider())";

type Accounts = { table: string; first: string; type: string; person: boolean };

/** Accounts belong to nobody: what is the provider's is found by its id, or by its people's. */
const accounts = `select c.oid::regclass::text as table, 'person_id' = any (names) as person, names[1] as first, (select atttypid::regtype::text from pg_attribute where attrelid = c.oid and attnum = 1) as type
  from pg_class c, lateral (select array_agg(attname::text order by attnum) as names from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as all_names
  where relnamespace = 'auth'::regnamespace and relkind = 'r' and names && array['person_id', 'provider_id']`;
const theirs = (person: boolean) => (person ? `t.person_id in ${itsPeople}` : "t.provider_id = current_provider()");

/** One row of the provider's in every table of accounts that has none. */
async function fillAccounts(owner: pg.Client): Promise<void> {
  for (const { table, first, type, person } of (await owner.query<Accounts>(accounts)).rows) {
    if ((await owner.query(`select from ${table} as t where ${theirs(person)} limit 1`)).rowCount) continue;
    const { rows: [whose] } = await owner.query<{ id: string }>(person ? `select person_id as id from auth.memberships where provider_id = current_provider() order by 1 limit 1` : "select current_provider() as id");
    const { rows: [session] } = await owner.query<{ hash: Buffer }>(`select hash from auth.sessions as t where ${theirs(true)} limit 1`);
    await make(owner, table, { [first]: first === "session_hash" ? session?.hash : type === "bytea" ? randomBytes(32) : randomUUID(), [person ? "person_id" : "provider_id"]: whose?.id });
  }
}

async function wordsOfAccounts(owner: pg.Client): Promise<Column[]> {
  const { rows } = await owner.query<Accounts & { name: string; class: string }>(
    `select a.*, attname as name, ${classOf} as class from (${accounts} union all select 'auth.persons', true, 'id', 'uuid') as a join pg_attribute on attrelid = a.table::regclass
     where attnum > 0 and not attisdropped and atttypid in ('text'::regtype, 'varchar'::regtype) order by 1, attname`,
  );
  return rows.map(({ table, name, class: kind, person }) => ({ table, name, class: kind, copy: false, where: table === "auth.persons" ? `t.id in ${itsPeople}` : theirs(person) }));
}
