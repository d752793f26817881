/** The embedded PostgreSQL 18: loopback only, no socket file, stopped together with the script that started it. */
import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { Failure } from "./failures.ts";
import type { Keeping } from "./postgres-keeper.ts";
import { homeOfClone, isKept, passingHome, programs, runsAs, type Programs, type RunsAs } from "./postgres-home.ts";
import { beforeEnd } from "./run.ts";
import { keep, kept, secret } from "./secrets.ts";

export type Server = { ownerUrl: string; stop: () => Promise<void> };

type Cluster = { clone: string; home: string; superuser: string; owner: string };
export type Place = Cluster & { passing: boolean; as: RunsAs; run: Programs };

/** The database of this clone: kept under .data/ (for root outside, .data/postgres.json says where). */
export async function startKept(): Promise<Server> {
  const place = await whereKept();
  await endLeftOver(place);
  return start(place);
}

/** A database for one run, gone with it, and quick because it need not survive a power cut. */
export async function startPassing(): Promise<Server> {
  const as = runsAs();
  return start({ clone: process.cwd(), home: passingHome(), superuser: secret(), owner: secret(), passing: true, as, run: await programs(as) });
}

/** Removes this clone's database for good. */
export async function wipeKept(): Promise<void> {
  const place = await whereKept();
  await endLeftOver(place);
  rmSync(place.home, { recursive: true, force: true });
}

async function whereKept(): Promise<Place> {
  const clone = path.resolve(import.meta.dirname, "..");
  const before = kept<Cluster>("postgres.json");
  // Data without a note is that of a former clone in this place: its password is gone with it, so nobody can open it any more.
  if (!before && !isKept(homeOfClone())) rmSync(path.join(homeOfClone(), "data"), { recursive: true, force: true });
  // A copied folder brings the original's note along, but not its database.
  const cluster = before?.clone === clone ? before : keep<Cluster>("postgres.json", { clone, home: homeOfClone(), superuser: secret(), owner: secret() });
  const as = runsAs();
  return { ...cluster, passing: false, as, run: await programs(as) };
}

async function start(place: Place): Promise<Server> {
  const { home } = place;
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!existsSync(path.join(home, "data", "PG_VERSION"))) initialise(place);
  const port = await freePort();
  const keeping: Keeping = { postgres: place.run.postgres, home, passing: place.passing, as: place.as, flags: flags(place, port) };
  const keeper = spawn(process.execPath, [path.join(import.meta.dirname, "postgres-keeper.ts"), JSON.stringify(keeping)], { detached: true, stdio: ["pipe", "ignore", "inherit"] });
  const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  beforeEnd(stop);
  keeper.stdin.on("error", () => {}); // it ended before us: `ended` knows
  const root = address("postgres", place.superuser, port, "postgres");
  await answering(root, place, ended);
  await ownerAndDatabase(root, place.owner);
  return { ownerUrl: address("sempre_owner", place.owner, port, "sempre"), stop };
}

/** Makes the cluster beside its place and moves it there when it is whole, so that an interrupted start leaves no half one. */
export function initialise({ home, superuser, as, run }: Place): void {
  const [half, password] = [path.join(home, "data.new"), path.join(home, "password")];
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(password, superuser, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) for (const one of [half, password]) chownSync(one, as.uid, as.gid);
  // PostgreSQL's own C.UTF-8 needs no locale of the machine, so it sorts alike everywhere.
  const made = spawnSync(run.initdb, ["-D", half, "-U", "postgres", "--pwfile", password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"], { ...as, cwd: home, encoding: "utf8", env: { ...process.env, LC_ALL: "C", TZ: "UTC" } });
  rmSync(password, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    const said = made.stderr?.trim() || String(made.error ?? "no reason given");
    if (/No space left/i.test(said)) throw Object.assign(new Error(said), { code: "ENOSPC", path: home });
    throw new Failure(`The embedded PostgreSQL could not lay out its data in ${home}:\n${said}`, "Make sure that folder can be written to, or set DATABASE_OWNER_URL to a server of your own.");
  }
  rmSync(path.join(home, "data"), { recursive: true, force: true });
  renameSync(half, path.join(home, "data"));
}

export function flags({ home, passing }: Place, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: passing ? "300" : "100",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_error_statement: "panic", // statements hold people's words; the log must not
    ...(passing && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return ["-D", path.join(home, "data"), "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

async function answering(root: string, { home }: Place, ended: Promise<void>): Promise<void> {
  const gone = ended.then(() => "gone" as const);
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    if (await answers(root)) return;
    if ((await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 50))])) === "gone") break;
  }
  const log = path.join(home, "postgres.log");
  const said = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n") : "It left no log.";
  if (/No space left/i.test(said)) throw Object.assign(new Error(said), { code: "ENOSPC", path: home });
  if (/incompatible with server/i.test(said)) throw new Failure("The data under .data/ was made by another version of PostgreSQL.", "Start anew with npm run demo -- --fresh (the demo's data is then lost).");
  throw new Failure(`The embedded PostgreSQL did not start:\n${said}`, "Try once more; to start with an empty database: npm run demo -- --fresh");
}

/** The product's tables belong to an ordinary role: as on a real server, nobody works as superuser. */
export async function ownerAndDatabase(root: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: root });
  await client.connect();
  try {
    const { rows } = await client.query<{ owner: boolean; database: boolean }>("select exists (select from pg_roles where rolname = 'sempre_owner') as owner, exists (select from pg_database where datname = 'sempre') as database");
    if (!rows[0]?.owner) await client.query(`create role sempre_owner login createrole createdb nosuperuser password ${client.escapeLiteral(password)}`);
    if (!rows[0]?.database) await client.query("create database sempre owner sempre_owner");
  } finally {
    await client.end();
  }
}

/** A server whose script was killed by force, keeper and all, is stopped; one that is in use stays. */
async function endLeftOver({ home, superuser, as, run }: Place): Promise<void> {
  const note = path.join(home, "data", "postmaster.pid");
  if (!existsSync(note)) return;
  const port = Number(readFileSync(note, "utf8").split("\n")[3]);
  if (!(await answers(address("postgres", superuser, port, "postgres")))) return; // PostgreSQL itself clears a note left by a crash
  if (isKept(home)) throw new Failure("This folder's database is already running: another npm run demo or npm run dev uses it.", "Stop that one (Ctrl-C in its window), then start again.");
  spawnSync(run.ctl, ["stop", "-D", path.join(home, "data"), "-m", "fast"], { ...as, cwd: home });
}

/** Does a server take connections at this address? */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {}); // it may be stopping just now
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

const address = (user: string, password: string, port: number, name: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;

/** The wished port if nobody has it, else a free one. */
export function freePort(wished = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => (wished && error.code === "EADDRINUSE" ? resolve(freePort()) : reject(error)));
    server.listen(wished, "127.0.0.1", () => {
      const found = server.address();
      server.close(() => resolve(typeof found === "object" && found ? found.port : wished));
    });
  });
}
