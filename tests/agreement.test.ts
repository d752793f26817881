import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { expect, test } from "vitest";
import { withSchemaEngine } from "#prisma/engine.ts";
import { testDatabase } from "./support/database.ts";

type Files = { path: string; content: string }[];
const folder = "prisma/schema";
const schema: Files = readdirSync(folder).map((name) => ({ path: `${folder}/${name}`, content: readFileSync(`${folder}/${name}`, "utf8") }));

// Everything the two can disagree on, one line each: columns with type and default, keys and foreign keys, indexes.
const inventory = `
  select format('%s.%s %s%s default %s', c.relname, attname, format_type(atttypid, atttypmod), case when attnotnull then ' not null' else '' end, pg_get_expr(adbin, adrelid)) as line
    from pg_attribute a join pg_class c on c.oid = attrelid left join pg_attrdef d on adrelid = attrelid and adnum = attnum
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped and relname <> '_prisma_migrations'
  union all
  select format('%s %s', conname, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('p', 'f') and conrelid::regclass::text <> '_prisma_migrations'
  union all
  select indexdef from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations'
  order by line`;
const functions = "select pg_get_functiondef(oid) as text from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'";

test("the schema files and the migrated database say the same", async () => {
  const migrated = await testDatabase();
  const described = await testDatabase();
  const client = await connected(migrated.ownerUrl);
  try {
    const { rows: defaults } = await client.query<{ text: string }>(functions);
    const drawn = async (files: Files) => lines(await redrawn(described.ownerUrl, defaults.map(({ text }) => text), await sqlOf(migrated.ownerUrl, client, files)));
    const real = lines(client);
    expect(await drawn(schema)).toEqual(await real);
    const wider = schema.map((file) => ({ ...file, content: file.content.replace("model Participant {", "model Participant {\n  shoeSize Int?") }));
    expect(await drawn(wider)).not.toEqual(await real);
  } finally {
    await client.end();
    await Promise.all([migrated.drop(), described.drop()]);
  }
});

/** The SQL by which Prisma would make these schema files. */
function sqlOf(url: string, client: pg.Client, files: Files): Promise<string> {
  return withSchemaEngine(url, client, async (engine) => {
    const { stdout } = await engine.diff({ from: { tag: "empty" }, to: { tag: "schemaDatamodel", files }, script: true, exitCode: null, filters: { externalTables: [], externalEnums: [] } });
    return stdout ?? "";
  });
}

/** A database with nothing but what this SQL makes, and the functions its defaults call. */
async function redrawn(url: string, defaults: string[], sql: string): Promise<pg.Client> {
  const scratch = await connected(url);
  await scratch.query("drop schema public cascade; create schema public; set check_function_bodies = off; set search_path = public");
  for (const text of defaults) await scratch.query(text);
  await scratch.query(sql);
  return scratch;
}

async function lines(from: pg.Client | Promise<pg.Client>): Promise<string[]> {
  const client = await from;
  const { rows } = await client.query<{ line: string }>(inventory);
  return rows.map(({ line }) => line);
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {}); // dropping the database ends what is still connected to it
  await client.connect();
  return client;
}
