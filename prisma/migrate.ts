/** Brings a database up to date: prisma/migrations, then the job queue's own schema. `npm run db:migrate` */
import { createHash } from "node:crypto";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { withSchemaEngine } from "#prisma/engine.ts";
import { migrationNames, migrationsFolder, read } from "#prisma/migrations.ts";
import { Failure } from "#scripts/failures.ts";

/** Applies what is missing and answers its names. The address is the database owner's; it need not be a superuser. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: "sempre migrate" });
  client.on("error", () => {}); // a connection cut in mid-query also fails that query, which says so
  await client.connect();
  try {
    await fit(client);
    await client.query("select pg_advisory_lock(7364101)"); // two deployments at once: the second waits, then finds all done
    const applied = await applyMissing(ownerUrl, client);
    await jobs(ownerUrl, client);
    return applied;
  } finally {
    await client.end();
  }
}

/** The passwords of the three roles that the product connects as; the migration makes them without. */
export async function setPasswords(ownerUrl: string, passwords: { appUser: string; authUser: string; publisher: string }): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`alter role app_user password ${client.escapeLiteral(passwords.appUser)}`);
    await client.query(`alter role auth_user password ${client.escapeLiteral(passwords.authUser)}`);
    await client.query(`alter role publisher password ${client.escapeLiteral(passwords.publisher)}`);
  } finally {
    await client.end();
  }
}

async function fit(client: pg.Client): Promise<void> {
  const { rows: [server] } = await client.query<{ number: number; name: string; makes_roles: boolean; roles: number; creates: boolean; who: string; database: string }>(`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name, current_user as who, current_database() as database,
      has_database_privilege(current_database(), 'create') as creates,
      (select count(*)::int from pg_roles where rolname in ('app_user', 'auth_user', 'publisher')) as roles,
      (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as makes_roles`);
  if (!server) throw new Error("the server told nothing about itself");
  if (server.number < 150_000) throw new Failure(`This is PostgreSQL ${server.name}; the product needs 15 or newer.`, "Upgrade the server, or name a newer one in DATABASE_OWNER_URL.");
  if (!server.makes_roles && server.roles < 3) throw new Failure(`The database role ${server.who} may not create roles, and app_user, auth_user and publisher are not all there.`, `As an administrator: alter role ${server.who} createrole (and createdb, if tests are to use this server).`);
  if (!server.creates) throw new Failure(`The database role ${server.who} may not create schemas in ${server.database}.`, `As an administrator: alter database ${server.database} owner to ${server.who}`);
}

async function applyMissing(ownerUrl: string, client: pg.Client): Promise<string[]> {
  await consistent(client);
  const migrationDirectories = migrationNames().map((name) => ({ path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: read(name, "migration.sql") } } }));
  const lockfile = { path: "migration_lock.toml", content: read("migration_lock.toml") };
  const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, client, (engine) =>
    engine.applyMigrations({
      migrationsList: { baseDir: migrationsFolder, lockfile, shadowDbInitScript: "", migrationDirectories },
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  // The product asks at its start whether it fits the database.
  await client.query("grant select (migration_name, finished_at, rolled_back_at) on public._prisma_migrations to app_user");
  return appliedMigrationNames;
}

async function consistent(client: pg.Client): Promise<void> {
  const { rows: [history] } = await client.query<{ there: boolean }>("select to_regclass('public._prisma_migrations') is not null as there");
  if (!history?.there) return;
  // A migration runs as one script in one transaction: one that did not finish left nothing behind but its line in the history.
  await client.query("update public._prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null");
  const { rows } = await client.query<{ name: string; checksum: string }>("select migration_name as name, checksum from public._prisma_migrations where rolled_back_at is null");
  const names = new Set(migrationNames());
  const changed = rows.filter(({ name, checksum }) => names.has(name) && createHash("sha256").update(read(name, "migration.sql")).digest("hex") !== checksum);
  if (changed.length) throw new Failure(`This database was made by an earlier text of ${changed.map(({ name }) => name).join(", ")}.`, "Leave applied migrations as they are and write a new one. The demo's own data can be made anew: npm run demo -- --fresh");
}

/** The job queue's schema and queues: the product may use its rows and change nothing of its shape. */
async function jobs(ownerUrl: string, client: pg.Client): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => {}); // start() itself fails with the same error
  await boss.start();
  try {
    const there = new Set((await boss.getQueues()).map(({ name }) => name));
    for (const queue of await queueNames()) if (!there.has(queue)) await boss.createQueue(queue);
  } finally {
    await boss.stop({ graceful: false });
  }
  await client.query(`
    grant usage on schema pgboss to app_user;
    grant select, insert, update, delete on all tables in schema pgboss to app_user;
    grant execute on all functions in schema pgboss to app_user;`);
}

async function queueNames(): Promise<readonly string[]> {
  const { queues } = await import("#lib/jobs/queues.ts");
  return queues;
}

if (import.meta.main) {
  const { run } = await import("#scripts/run.ts");
  const { loadEnvironment } = await import("#scripts/environment.ts");
  await run(async () => {
    loadEnvironment();
    const ownerUrl = process.env.DATABASE_OWNER_URL;
    if (!ownerUrl) throw new Failure("DATABASE_OWNER_URL is missing: the address of the database as its owner.", "Set it, like postgres://owner:password@host:5432/sempre. To only try the product, nothing is needed: npm run demo");
    const applied = await migrate(ownerUrl);
    console.log(applied.length ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  });
}
