/** The demonstration's database: the embedded one, or a server of the operator's that is empty or already the demo's. */
import pg from "pg";
import { migrate, setPasswords } from "#prisma/migrate.ts";
import { seed } from "#prisma/seed.ts";
import { Failure, failureIn } from "./failures.ts";
import { keys } from "./keys.ts";
import { startKept, wipeKept } from "./postgres.ts";
import { step } from "./progress.ts";

/** What the running product needs to know of the database, and a network to show. */
export type World = { DATABASE_URL: string; AUTH_DATABASE_URL: string; PUBLISHER_DATABASE_URL: string; network?: string };

/** Starts or finds the database, brings it up to date and fills it with the demo world. */
export async function demoDatabase(fresh: boolean): Promise<World> {
  const own = process.env.DATABASE_OWNER_URL;
  const ownerUrl = own ? await step("Checking your database server", () => allowed(own)) : await embedded(fresh);
  if (own && fresh) await step("Emptying the demo's database", () => empty(own));
  await step("Bringing the database up to date", () => migrate(ownerUrl));
  const addresses = await step("Letting the product in", () => letIn(ownerUrl, !own));
  await step("Filling in the demo world", () => seed(ownerUrl, keys().ticket, { whole: true }));
  return { ...addresses, network: await aNetwork(ownerUrl) };
}

async function embedded(fresh: boolean): Promise<string> {
  if (fresh) await step("Removing the former demo database", wipeKept);
  return (await step("Starting the embedded PostgreSQL 18", startKept)).ownerUrl;
}

/** Only an empty database or one with the demo's mark may be used, and only with passwords that work. Asks, and touches nothing. */
export async function allowed(ownerUrl: string): Promise<string> {
  await on(ownerUrl, async (client) => {
    if (!(await marked(client)) && !(await isEmpty(client))) throw new Failure("The database in DATABASE_OWNER_URL is in use and was not made by the demo. Nothing was touched.", "Name an empty database in DATABASE_OWNER_URL, or unset it: the demo then brings its own.");
    const { rows } = await client.query("select from pg_roles where rolname in ('app_user', 'auth_user', 'publisher')");
    if (rows.length && !given() && !(await passwordsWork(ownerUrl))) throw new Failure("The roles app_user, auth_user and publisher are already on this server, and the demo does not know their passwords. Nothing was touched.", "Give DATABASE_URL (as app_user), AUTH_DATABASE_URL (as auth_user) and PUBLISHER_DATABASE_URL (as publisher) beside DATABASE_OWNER_URL: they are used as they are.");
  });
  return ownerUrl;
}

async function marked(client: pg.Client): Promise<boolean> {
  const { rows: [there] } = await client.query<{ mark: boolean }>("select to_regclass('public.demo_mark') is not null as mark");
  return Boolean(there?.mark) && (await client.query("select from public.demo_mark")).rows.length > 0;
}

/** No table of anybody's; or ours, just migrated, and no provider in them. */
async function isEmpty(client: pg.Client): Promise<boolean> {
  const { rows: [found] } = await client.query<{ tables: number; ours: boolean }>(`
    select count(*)::int as tables, coalesce(bool_or(relname = 'providers'), false) and coalesce(bool_or(relname = 'demo_mark'), false) as ours
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p', 'f', 'm') and nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
  if (!found?.tables) return true;
  if (!found.ours) return false;
  await client.query("set row_security = off"); // a guarded table would look empty: better an error than a wrong yes
  return (await client.query("select from public.providers limit 1")).rows.length === 0;
}

const given = () => Boolean(process.env.DATABASE_URL && process.env.AUTH_DATABASE_URL && process.env.PUBLISHER_DATABASE_URL);

async function letIn(ownerUrl: string, embedded: boolean): Promise<Omit<World, "network">> {
  if (!embedded && given()) return { DATABASE_URL: process.env.DATABASE_URL ?? "", AUTH_DATABASE_URL: process.env.AUTH_DATABASE_URL ?? "", PUBLISHER_DATABASE_URL: process.env.PUBLISHER_DATABASE_URL ?? "" };
  const { appUser, authUser, publisher } = keys();
  if (!(await passwordsWork(ownerUrl))) await setPasswords(ownerUrl, { appUser, authUser, publisher });
  return { DATABASE_URL: as(ownerUrl, "app_user", appUser), AUTH_DATABASE_URL: as(ownerUrl, "auth_user", authUser), PUBLISHER_DATABASE_URL: as(ownerUrl, "publisher", publisher) };
}

async function passwordsWork(ownerUrl: string): Promise<boolean> {
  const { appUser, authUser, publisher } = keys();
  try {
    for (const url of [as(ownerUrl, "app_user", appUser), as(ownerUrl, "auth_user", authUser), as(ownerUrl, "publisher", publisher)]) await on(url, async () => {});
    return true;
  } catch (error) {
    if (failureIn(error)) return false;
    throw error;
  }
}

async function empty(ownerUrl: string): Promise<void> {
  await on(ownerUrl, async (client) => {
    if (await marked(client)) await client.query("drop schema if exists pgboss cascade; drop schema if exists auth cascade; drop schema public cascade; create schema public");
  });
}

/** The path of the first network's page; a guarded table shows its rows only inside a provider. */
async function aNetwork(ownerUrl: string): Promise<string | undefined> {
  return on(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; slug: string; language: string }>("select id, slug, language from public.providers order by created_at, slug");
    for (const provider of rows) {
      await client.query("begin");
      await client.query(`set local app.provider_id = ${client.escapeLiteral(provider.id)}`);
      const { rows: [network] } = await client.query<{ slug: string }>("select slug from public.networks order by created_at, slug limit 1");
      await client.query("commit");
      if (network) return `/en/at/${provider.slug}/networks/${network.slug}`;
    }
    return undefined;
  });
}

async function on<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query under way says it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function as(ownerUrl: string, user: string, password: string): string {
  const address = new URL(ownerUrl);
  address.username = user;
  address.password = password;
  return address.href;
}
