/** The PostgreSQL of a test run: one server, a migrated template, one database for each test file copied from it. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { migrate, setPasswords } from "#prisma/migrate.ts";
import { startPassing } from "#scripts/postgres.ts";

export type TestServer = { ownerUrl: string; appUser: string; authUser: string; publisher: string };

export const template = "sempre_template";

/** Starts a server with a migrated template on it. */
export async function startTestServer(): Promise<TestServer & { stop: () => Promise<void> }> {
  const { ownerUrl, stop } = await startPassing();
  await ask(ownerUrl, `create database ${template}`);
  await migrate(at(ownerUrl, template));
  const passwords = { appUser: randomBytes(12).toString("hex"), authUser: randomBytes(12).toString("hex"), publisher: randomBytes(12).toString("hex") };
  await setPasswords(ownerUrl, passwords);
  await ask(ownerUrl, "grant app_user, auth_user, publisher to sempre_owner with inherit true"); // so that it may drop databases they are still connected to
  return { ownerUrl, ...passwords, stop };
}

/** The test server's addresses for one of its databases. */
export function addresses({ ownerUrl, appUser, authUser, publisher }: TestServer, database: string) {
  return { ownerUrl: at(ownerUrl, database), appUrl: at(ownerUrl, database, "app_user", appUser), authUrl: at(ownerUrl, database, "auth_user", authUser), publisherUrl: at(ownerUrl, database, "publisher", publisher) };
}

/** One statement outside any transaction, such as create database. */
export async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Ends whoever is still connected, then drops the database. Not `with (force)`: that is refused while the server itself is cleaning up in it, which a plain drop waits for. */
export async function drop(ownerUrl: string, name: string): Promise<void> {
  await ask(ownerUrl, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename in ('sempre_owner', 'app_user', 'auth_user', 'publisher')`);
  await ask(ownerUrl, `drop database if exists ${name}`);
}

function at(url: string, database: string, user?: string, password?: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (user) address.username = user;
  if (password) address.password = password;
  return address.href;
}

/** vitest's global setup: takes the server that `npm test` has started, or starts one. */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_SERVER) return undefined;
  const { stop, ...server } = await startTestServer();
  process.env.TEST_SERVER = JSON.stringify(server);
  return stop;
}
