import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { allowed } from "#scripts/demo-database.ts";
import { ask, template } from "#tests/support/server.ts";
import { testDatabase } from "#tests/support/database.ts";

const { ownerUrl, appUrl, authUrl, publisherUrl } = await testDatabase();
const region = "insert into regions (nuts_version, code, name, country) values ('2024', 'LV00C', 'Vidzeme', 'LV')";
const provider = "insert into providers (id, slug, name, sector, country, nuts_version, region_code, language, time_zone) values (gen_random_uuid(), 'theirs', 'Theirs', 'third', 'LV', '2024', 'LV00C', 'lv', 'Europe/Riga')";

beforeEach(() => {
  vi.unstubAllEnvs();
  // The two roles of a test server have passwords that the demo does not know.
  vi.stubEnv("DATABASE_URL", appUrl);
  vi.stubEnv("AUTH_DATABASE_URL", authUrl);
  vi.stubEnv("PUBLISHER_DATABASE_URL", publisherUrl);
});

async function database(name: string, from: string, ...statements: string[]): Promise<string> {
  await ask(ownerUrl, `create database ${name} template ${from}`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  for (const statement of statements) await ask(url.href, statement);
  return url.href;
}

test("the demo may use an empty database", async () => {
  const url = await database("demo_empty", "template1");
  expect(await allowed(url)).toBe(url);
});

test("the demo may use a migrated database without providers", async () => {
  const url = await database("demo_migrated", template);
  expect(await allowed(url)).toBe(url);
});

test("the demo may use a database that carries its mark", async () => {
  const url = await database("demo_marked", template, region, provider, "insert into demo_mark default values");
  expect(await allowed(url)).toBe(url);
});

test("the demo refuses somebody else's database", async () => {
  const url = await database("demo_foreign", "template1", "create schema theirs", "create table theirs.things (thing text)");
  await expect(allowed(url)).rejects.toThrow(/not made by the demo. Nothing was touched/);
});

test("the demo refuses the product's own database in use", async () => {
  const url = await database("demo_in_use", template, region, provider);
  await expect(allowed(url)).rejects.toThrow(/not made by the demo. Nothing was touched/);
});

test("the demo refuses a server whose roles have passwords that it does not know, and changes none", async () => {
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("AUTH_DATABASE_URL", "");
  const url = await database("demo_unknown_roles", template);
  await expect(allowed(url)).rejects.toThrow(/does not know their passwords. Nothing was touched/);
  const client = new pg.Client(appUrl);
  await client.connect(); // the password is still the old one
  await client.end();
});
