import pg from "pg";
import { migrationNames } from "#prisma/migrations.ts";
import { Failure } from "./failures.ts";

type Role = { who: string; number: number; version: string; superuser: boolean; bypass: boolean; owner: boolean };

/** Is this a database the product may start on, as a role that the rows are guarded against? Else says what to do. */
export async function fitting(name: string, url: string, andCurrent = false): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows: [role] } = await client.query<Role>(`
      select current_user as who, current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        rolsuper as superuser, rolbypassrls as bypass,
        exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'auth', 'pgboss') and pg_has_role(current_user, c.relowner, 'usage'))
          or (select pg_has_role(current_user, datdba, 'usage') from pg_database where datname = current_database()) as owner
      from pg_roles where rolname = current_user`);
    if (!role) throw new Error("the server told nothing about the role");
    guarded(name, role);
    if (andCurrent) await current(client);
  } finally {
    await client.end();
  }
}

function guarded(name: string, { who, number, version, superuser, bypass, owner }: Role): void {
  if (number < 150_000) throw new Failure(`This is PostgreSQL ${version}; the product needs 15 or newer.`, `Upgrade the server, or name a newer one in ${name}.`);
  const too = superuser ? "is a superuser" : bypass ? "goes round row level security" : owner ? "owns the database or its tables" : undefined;
  if (too) throw new Failure(`The product does not start as ${who}: this role ${too}, so one provider's rows would be open to another.`, `Name a role without such rights in ${name}: app_user in DATABASE_URL, auth_user in AUTH_DATABASE_URL, publisher in PUBLISHER_DATABASE_URL (db:migrate makes them).`);
}

async function current(client: pg.Client): Promise<void> {
  const { rows: [history] } = await client.query<{ there: boolean }>("select to_regclass('public._prisma_migrations') is not null as there");
  const { rows } = history?.there ? await client.query<{ name: string }>("select migration_name as name from public._prisma_migrations where finished_at is not null and rolled_back_at is null") : { rows: [] };
  const done = new Set(rows.map(({ name }) => name));
  const missing = migrationNames().filter((name) => !done.has(name));
  if (missing.length) throw new Failure(`The database lacks ${missing.length === 1 ? "a migration" : `${missing.length} migrations`}: ${missing.join(", ")}.`, "Run npm run db:migrate with DATABASE_OWNER_URL set, then start again.");
}
