/** A rehearsal: what was backed up comes back, every row of it, and the product goes on where it was. */
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { logActivity } from "#lib/diary/actions.ts";
import { answerIdea, keepDraft, proposeIdea } from "#lib/ideas/actions.ts";
import { ticketWords } from "#lib/ideas/ticket.ts";
import { backup, type Made } from "#scripts/backup.ts";
import { checked, linesIn, markIn, marked, writeBackup, type Header } from "#scripts/backup/file.ts";
import { lastBuild } from "#scripts/build.ts";
import { serve } from "#scripts/child.ts";
import { healthy } from "#scripts/health.ts";
import { keys } from "#scripts/keys.ts";
import { freePort } from "#scripts/postgres.ts";
import { restore } from "#scripts/restore.ts";
import { as, inTheWorld, vidzeme, visitor } from "#tests/support/people.ts";
import { addresses, ask, drop, template, type TestServer } from "#tests/support/server.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 }); // each restores a whole database or two

const server = JSON.parse(process.env.TEST_SERVER ?? "{}") as TestServer;
const world = inTheWorld();
const folder = mkdtempSync(path.join(tmpdir(), "sempre-backup-"));
const stage: { made?: Made; restored?: ReturnType<typeof addresses> } = {};
const ideaId = randomUUID();

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {}); // the scripts' progress
  const [anna, ilze] = [visitor(), await as("ilze")];
  await anna.does(proposeIdea, { id: ideaId, network: "ozolmuiza", what: "Soliņš pie pasta, “lūdzu”\r\n\\n\t{\"a\": 1}", spoke: "self" });
  await ilze.does(answerIdea, { idea: ideaId, version: "0", text: "Jā, maijā." });
  const [project] = await world.rows<{ id: string; day: string }>(vidzeme, "select id, (moment() at time zone 'Europe/Riga')::date::text as day from projects where state = 'running' limit 1");
  await ilze.does(logActivity, { id: randomUUID(), project: project?.id ?? "", happenedOn: project?.day ?? "", what: "Dziedājām.", newcomers: "2", hours: "1,5" });
  await anna.does(keepDraft, { id: randomUUID(), network: "ozolmuiza", step: "what", what: "Un vēl", spoke: "self" });
  // What no form lets through is written by other hands: every kind of line end, and what looks like ours.
  await world.rows(vidzeme, "update ideas set for_whom = $2 where id = $1", [ideaId, "a\u2028b\u2029c\rd\ne\u0085# {\"sha256\":\"0\"}\u0001 😀"]);
  stage.made = await backup(world.addresses.ownerUrl, folder);
});
const databases: string[] = [];
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const name of databases) await drop(server.ownerUrl, name);
});

const made = () => stage.made ?? { file: "", tallies: {}, providers: 0 };

/** A database with nothing in it, or one with the tables and nobody in them: that one is quicker. */
async function empty(from = "template1"): Promise<ReturnType<typeof addresses>> {
  const name = `restored_${randomBytes(6).toString("hex")}`;
  databases.push(name);
  await ask(server.ownerUrl, `create database ${name} template ${from} strategy file_copy`);
  return addresses(server, name);
}

/** Every table with its number of rows and a hash of all they say, asked without the guard: a row that the backup never saw would show. */
async function contents(ownerUrl: string): Promise<Record<string, string>> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("begin");
  const { rows } = await owner.query<{ name: string }>("select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace where nspname in ('public', 'auth', 'pgboss') and relkind in ('r', 'p') and not relispartition order by 1");
  const all: Record<string, string> = {};
  for (const { name } of rows) {
    await owner.query(`alter table ${name} no force row level security`);
    const { rows: [found] } = await owner.query<{ said: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text collate "C")), '') as said from ${name} t`);
    all[name] = found?.said ?? "";
  }
  await owner.query("rollback");
  await owner.end();
  return all;
}

test("every row of every table comes back as it was, event logs and jobs under way among them", async () => {
  const target = await empty();
  await restore(target.ownerUrl, made().file);
  stage.restored = target;
  const [before, after] = [await contents(world.addresses.ownerUrl), await contents(target.ownerUrl)];
  // Left out with a reason: the history of migrations is made by the migrations, the rest would bring back what was ended.
  const other = ["public._prisma_migrations", "auth.sessions", "auth.session_participants", "auth.session_tickets", "auth.sign_ins", "auth.attempts", "auth.proofs", "auth.limits", ...Object.keys(before).filter((name) => name.startsWith("pgboss.") && name !== "pgboss.job")];
  for (const name of other) for (const all of [before, after]) delete all[name];
  expect(after).toEqual(before);
  for (const busy of ["public.events", "public.ideas", "public.activities", "public.tickets", "public.counters", "public.programme_members", "auth.memberships", "pgboss.job"]) expect(Number(after[busy]?.split(" ")[0]), busy).toBeGreaterThan(0);
});

test("sessions and letters under way are no part of it, nor is any word of a key", () => {
  const text = gunzipSync(readFileSync(made().file)).toString();
  for (const table of ["session", "sign_ins", "attempts", "proofs", "limits"]) expect(text).not.toContain(`auth.${table}`);
  for (const secret of [process.env.TICKET_KEY, process.env.AUTH_SECRET, process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, server.appUser]) expect(text).not.toContain(secret);
});

test("the file is its owner's alone, and nothing half-written lies beside it", () => {
  expect(statSync(made().file).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual([path.basename(made().file)]);
});

test.skipIf(!lastBuild())("the product starts on what was restored: three words open their idea, and the next idea has the next number", async () => {
  const target = stage.restored;
  if (!target) throw new Error("nothing was restored");
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const product = serve("scripts/start.ts", { DATABASE_URL: target.appUrl, AUTH_DATABASE_URL: target.authUrl, PUBLISHER_DATABASE_URL: target.publisherUrl, DATABASE_OWNER_URL: "", APP_ORIGIN: address, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: keys().actions, PORT: String(port), HOSTNAME: "127.0.0.1", PROCESSES: "1", MAIL_FOLDER: path.join(folder, "letters") }, "restored.log");
  onTestFinished(product.stop);
  await healthy(port, product);
  const post = async (deed: string, form: Record<string, string>) => {
    const answer = await fetch(`${address}/api/deeds/${deed}`, { method: "POST", headers: { Origin: address, "Content-Type": "application/json" }, body: JSON.stringify({ provider: "vidzeme", language: "en", ...form }) });
    return { status: answer.status, said: (await answer.json()) as unknown };
  };
  const words = ticketWords({ providerId: vidzeme.id, ideaId, attempt: 0, language: "en" }, String(process.env.TICKET_KEY)).join(" ");
  expect(await post("open-ticket", { words })).toMatchObject({ status: 200, said: { ok: true, subject: ideaId } });
  expect(await post("propose-idea", { id: randomUUID(), network: "ozolmuiza", what: "Vēl viens soliņš", spoke: "self" })).toMatchObject({ status: 200 });
  const owner = new pg.Client({ connectionString: target.ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.provider_id', $1, false)", [vidzeme.id]);
  expect((await owner.query("select from ideas where number = (select max(number) from ideas)")).rowCount).toBe(1);
  expect((await owner.query<{ gap: number }>("select max(number) - count(*)::int as gap from ideas")).rows[0]?.gap).toBe(0);
  await owner.end();
});

test("a damaged file is refused and nothing is restored: a changed byte, a missing end, a line too many, no backup at all", async () => {
  const target = await empty();
  const whole = readFileSync(made().file);
  const changed = Buffer.from(whole);
  changed.writeUInt8(changed.readUInt8(whole.length >> 1) ^ 1, whole.length >> 1);
  const text = gunzipSync(whole).toString();
  const longer = gzipSync(text.replace("\n# {\"tallies\"", "\n{\"provider_id\":null}\n# {\"tallies\""));
  const shorter = gzipSync(text.slice(0, text.lastIndexOf("\n# {\"sha256\"") + 1));
  for (const bytes of [changed, whole.subarray(0, whole.length - 100), longer, shorter, gzipSync("hello\n"), Buffer.from("hello"), Buffer.alloc(0)]) {
    const file = path.join(folder, "damaged");
    writeFileSync(file, bytes);
    await expect(restore(target.ownerUrl, file)).rejects.toThrow(/damaged|no backup/);
  }
  await expect(restore(target.ownerUrl, path.join(folder, "nowhere"))).rejects.toThrow("There is no file");
  expect(await contents(target.ownerUrl)).toEqual({}); // not even a table
});

test("a database in use is refused, and so is one of somebody else; a migrated one that was never used is taken", async () => {
  const [strange, unused] = [await empty(), await empty(template)];
  const before = await contents(world.addresses.ownerUrl);
  await expect(restore(world.addresses.ownerUrl, made().file)).rejects.toThrow("is in use. Nothing was touched.");
  expect(await contents(world.addresses.ownerUrl)).toEqual(before);
  await ask(strange.ownerUrl, "create table theirs (thing text)");
  await expect(restore(strange.ownerUrl, made().file)).rejects.toThrow("is in use. Nothing was touched.");
  await restore(unused.ownerUrl, made().file);
});

test("a backup of another version of the product is refused with the way to go", async () => {
  const target = await empty(template);
  const { header } = await checked(made().file);
  for (const other of [{ migrations: [...header.migrations, "20991231000000_later"] }, { migrations: header.migrations.slice(0, -1) }]) {
    const file = path.join(folder, "other-version");
    await writeBackup(file, await headed({ ...header, ...other }));
    await expect(restore(target.ownerUrl, file)).rejects.toThrow("made by another version of the product");
  }
  await writeBackup(path.join(folder, "other-queue"), await headed({ ...header, jobs: 1 }));
  await expect(restore(target.ownerUrl, path.join(folder, "other-queue"))).rejects.toThrow("version 1 of the job queue");
});

test("a row that fits no more undoes the whole restore, and the same file can be tried again", async () => {
  const target = await empty(template);
  const { header } = await checked(made().file);
  const file = path.join(folder, "astray");
  // An answer to an idea that is not there, under a checksum that is right.
  await writeBackup(file, (await headed(header)).map((line) => line.replaceAll(`"idea_id":"${ideaId}"`, `"idea_id":"${randomUUID()}"`)));
  await expect(restore(target.ownerUrl, file)).rejects.toThrow(/violates foreign key/);
  // And one that was lost on the way, though nothing misses it.
  await writeBackup(file, (await headed(header)).filter((line) => !line.includes('"what":"Un vēl"')));
  await expect(restore(target.ownerUrl, file)).rejects.toThrow("is not what was backed up (public.drafts)");
  await restore(target.ownerUrl, made().file);
});

/** The lines of the backup under another head. */
async function headed(header: Header): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesIn(made().file)) {
    const mark = markIn(line);
    if (mark && "sha256" in mark) break;
    lines.push(mark && "sempre" in mark ? marked(header) : `${line}\n`);
  }
  return lines;
}
