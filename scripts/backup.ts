/** Writes all that the database holds into one file. `npm run backup -- --to FOLDER` */
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { marked, writeBackup, type Header } from "./backup/file.ts";
import { count, linesOf, rowsIn, sections, type Section, type Tallies } from "./backup/rows.ts";
import { tables } from "./backup/tables.ts";
import { ticketMark } from "./backup/ticket-mark.ts";
import { told } from "./backup/told.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { wordsIn } from "./new-place.ts";
import { step } from "./progress.ts";
import { run } from "./run.ts";

const usage = "npm run backup -- --to FOLDER";

export type Made = { file: string; tallies: Tallies; providers: number };

/**
 * Writes a backup into the folder and answers its file. Everything in it is of one moment, while the product goes on working.
 * Asks for no right but the owner's.
 */
export async function backup(ownerUrl: string, folder: string): Promise<Made> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: "sempre backup" });
  client.on("error", () => {}); // a connection cut in mid-query also fails that query, which says so
  await client.connect();
  try {
    await client.query("select pg_advisory_lock_shared(7364101)"); // a migration waits until we are through, and we for it
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC'");
    const header = await headerOf(client);
    const all = await sections(client, header.tables);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, `sempre-${header.at.replace(/\..*/, "Z").replaceAll(":", "-")}.backup.gz`);
    const tallies: Tallies = {};
    await writeBackup(file, lines(client, { header, all, tallies }));
    return { file, tallies, providers: tallies["public.providers"]?.rows ?? 0 };
  } finally {
    await client.end();
  }
}

async function headerOf(client: pg.Client): Promise<Header> {
  const { rows: [there] } = await client.query<{ ours: boolean }>("select to_regclass('public._prisma_migrations') is not null and to_regclass('public.providers') is not null as ours");
  if (!there?.ours) throw new Failure("This database holds nothing of the product.", "Correct DATABASE_OWNER_URL: it names the database of the running product, as its owner.");
  const { rows: [server] } = await client.query<{ at: string; postgres: string; jobs: number }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, current_setting('server_version') as postgres, (select version from pgboss.version) as jobs`);
  if (!server) throw new Error("the server told nothing about itself");
  const { rows: done } = await client.query<{ name: string }>("select migration_name as name from public._prisma_migrations where finished_at is not null and rolled_back_at is null order by 1");
  return { sempre: "backup", format: 1, ...server, migrations: done.map(({ name }) => name), ticketKey: ticketMark(), tables: await tables(client) };
}

async function* lines(client: pg.Client, { header, all, tallies }: { header: Header; all: Section[]; tallies: Tallies }): AsyncGenerator<string> {
  yield marked(header);
  const tell = told();
  for (const section of all) {
    let begun = false;
    for await (const some of linesOf(client, section)) {
      if (!begun) yield marked({ table: section.table.name, place: section.place });
      begun = true;
      count(tallies, section, some);
      tell(rowsIn(tallies), section.table.name);
      yield `${some.join("\n")}\n`;
    }
  }
  yield marked({ tallies });
}

if (import.meta.main) {
  await run(async () => {
    loadEnvironment();
    const { to } = wordsIn(["to"] as const, process.argv.slice(2), usage);
    const ownerUrl = process.env.DATABASE_OWNER_URL;
    if (!to) throw new Failure("It is not said where the backup goes.", usage);
    if (!ownerUrl) throw new Failure("DATABASE_OWNER_URL is missing: the address of the database as its owner.", "Set it, like postgres://owner:password@host:5432/sempre");
    const { file, tallies, providers } = await step("Writing the backup", () => backup(ownerUrl, to));
    const size = (statSync(file).size / 1_000_000).toFixed(1);
    console.log(`\n${file}\n${providers} ${providers === 1 ? "provider" : "providers"}, ${rowsIn(tallies)} rows, ${size} MB.`);
    console.log("→ It holds people's words and addresses: keep it encrypted, on another machine, no longer than 35 days. Keep the keys of .env too, in another place: without TICKET_KEY no ticket opens.");
  });
}
