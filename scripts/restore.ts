/** Puts a backup into an empty database. `npm run restore -- --from FILE` */
import pg from "pg";
import { migrate } from "#prisma/migrate.ts";
import { migrationNames } from "#prisma/migrations.ts";
import { checked, linesIn, markIn, type Backup } from "./backup/file.ts";
import { count, differing, linesOf, put, rowsIn, sections, type Section, type Tallies } from "./backup/rows.ts";
import { emptyTarget } from "./backup/target.ts";
import { tables, toEmpty } from "./backup/tables.ts";
import { ticketMark } from "./backup/ticket-mark.ts";
import { told } from "./backup/told.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { wordsIn } from "./new-place.ts";
import { step } from "./progress.ts";
import { run } from "./run.ts";

const usage = "npm run restore -- --from FILE";

/** Restores into an empty database, all or nothing, and reads it back: what is there afterwards is what was backed up. */
export async function restore(ownerUrl: string, file: string): Promise<Backup> {
  const backup = await step("Checking the file", () => checked(file));
  sameVersion(backup);
  await step("Looking at the database", () => on(ownerUrl, emptyTarget));
  await step("Making the tables", () => migrate(ownerUrl));
  await on(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC'");
    await sameQueue(client, backup);
    await client.query(`truncate ${(await toEmpty(client)).join(", ")}`);
    await step(`Putting back ${rowsIn(backup.tallies).toLocaleString("en")} rows`, () => fill(client, file, backup));
    await step("Reading them back", () => compare(client, backup));
    await client.query("commit");
    await step("Measuring for the query planner", () => client.query("analyze"));
  });
  return backup;
}

// Rows fit the tables of their own version; what a migration changes in them is done by that migration.
function sameVersion({ header }: Backup): void {
  const [theirs, ours] = [header.migrations, migrationNames()];
  if (theirs.join() === ours.join()) return;
  throw new Failure(`This backup was made by another version of the product: its newest migration is ${theirs.at(-1)}, here it is ${ours.at(-1)}. Nothing was restored.`, "Restore with the version that made it (the one whose newest migration that is), then go on to this one with npm run db:migrate.");
}

async function sameQueue(client: pg.Client, { header }: Backup): Promise<void> {
  const { rows: [queue] } = await client.query<{ version: number }>("select version from pgboss.version");
  if (queue?.version !== header.jobs) throw new Failure(`This backup was made with version ${header.jobs} of the job queue, here it is ${queue?.version}. Nothing was restored.`, "Restore with the version of the product that made it, then go on to this one with npm run db:migrate.");
}

async function fill(client: pg.Client, file: string, { header }: Backup): Promise<void> {
  const [known, tell] = [new Map(header.tables.map((table) => [table.name, table])), told()];
  let [section, waiting, done]: [Section | undefined, string[], number] = [undefined, [], 0];
  const flush = async () => {
    if (section && waiting.length) await put(client, section, waiting);
    done += waiting.length;
    waiting = [];
    if (section) tell(done, section.table.name);
  };
  for await (const line of linesIn(file)) {
    const mark = markIn(line);
    if (!mark) waiting.push(line);
    if (mark || waiting.length >= 1_000) await flush();
    if (mark && "table" in mark) {
      const table = known.get(mark.table);
      if (!table) throw new Error(`the backup does not say what ${mark.table} is`);
      section = { table, place: mark.place };
    }
  }
}

async function compare(client: pg.Client, { tallies }: Backup): Promise<void> {
  const there: Tallies = {};
  for (const section of await sections(client, await tables(client))) for await (const lines of linesOf(client, section)) count(there, section, lines);
  const wrong = differing(tallies, there);
  if (wrong.length) throw new Failure(`What was put back is not what was backed up (${wrong.join(", ")}). The database was left empty.`, "Try once more; if it comes again, take the backup before it.");
}

async function on<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: "sempre restore" });
  client.on("error", () => {}); // a connection cut in mid-query also fails that query, which says so
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end(); // without the commit nothing stays
  }
}

if (import.meta.main) {
  await run(async () => {
    loadEnvironment();
    const { from } = wordsIn(["from"] as const, process.argv.slice(2), usage);
    const ownerUrl = process.env.DATABASE_OWNER_URL;
    if (!from) throw new Failure("It is not said which backup is to be restored.", usage);
    if (!ownerUrl) throw new Failure("DATABASE_OWNER_URL is missing: the address of an empty database as its owner.", "Set it, like postgres://owner:password@host:5432/sempre");
    const { header, tallies } = await restore(ownerUrl, from);
    console.log(`\n${rowsIn(tallies)} rows are back as they were on ${header.at}.`);
    const mark = ticketMark();
    if (mark && header.ticketKey && mark !== header.ticketKey) console.log("→ TICKET_KEY here is not the one of that day: with it no ticket of that day opens. Put the old one into .env.");
    console.log("→ Passwords of app_user, auth_user and publisher are no part of a backup: set them where this server does not have them yet. Then npm start, with the TICKET_KEY of that day. Everybody signs in again.");
  });
}
