import { spawn } from "node:child_process";
import { createServer } from "node:net";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "#scripts/postgres.ts";

/** A script of its own that holds a database, once that answers. */
async function holding() {
  const script = spawn(process.execPath, ["tests/support/hold-database.ts"], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  onTestFinished(() => void script.kill("SIGKILL"));
  const url = await new Promise<string>((resolve) => script.stdout?.setEncoding("utf8").once("data", (line: string) => resolve(line.trim())));
  const ended = new Promise<void>((resolve) => script.once("exit", () => resolve()));
  return { script, url, ended };
}

async function asked(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(question)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("a script ended by %s leaves no database running", async (signal) => {
  const { script, url, ended } = await holding();
  expect(await asked(url, "select 1 as answer")).toBe(1);
  script.kill(signal);
  await ended;
  await expect.poll(() => asked(url, "select 1 as answer").catch((error: NodeJS.ErrnoException) => error.code), { timeout: 10_000 }).toBe("ECONNREFUSED");
});

test("the product's tables belong to a role that is no superuser, and the server listens to this machine alone", async () => {
  const { url } = await holding();
  expect(await asked(url, "select rolsuper or rolbypassrls or rolreplication as answer from pg_roles where rolname = current_user")).toBe(false);
  expect(await asked(url, "select current_setting('listen_addresses') as answer")).toBe("127.0.0.1");
  expect(await asked(url, "select current_setting('server_version_num')::int >= 180000 as answer")).toBe(true);
  expect(await asked(url, "select datlocprovider::text || ' ' || datlocale || ' ' || pg_encoding_to_char(encoding) as answer from pg_database where datname = current_database()")).toBe("b C.UTF-8 UTF8");
});

test("a taken port gives way to a free one", async () => {
  const [wished, taken] = [await freePort(), createServer()];
  expect(await freePort(wished)).toBe(wished);
  await new Promise<void>((resolve) => taken.listen(wished, "127.0.0.1", resolve));
  expect(await freePort(wished)).not.toBe(wished);
  taken.close();
});
