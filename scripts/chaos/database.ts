/** A PostgreSQL of its own that may be killed: it keeps what it has promised, as on a real server. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { migrate, setPasswords } from "#prisma/migrate.ts";
import { seed } from "#prisma/seed.ts";
import { addresses } from "#tests/support/server.ts";
import { programs, runsAs } from "../postgres-home.ts";
import type { Keeping } from "../postgres-keeper.ts";
import { answers, flags, freePort, initialise, ownerAndDatabase, type Place } from "../postgres.ts";
import { beforeEnd } from "../run.ts";
import { secret } from "../secrets.ts";

export type Running = {
  /** Starts it and waits until it takes connections; false when it ends before. */
  start: () => Promise<boolean>;
  /** Ends all its processes at once, as a power cut does. */
  kill: () => void;
  /** Ends it in order. */
  stop: () => Promise<void>;
  isUp: () => Promise<boolean>;
};
export type Database = Running & { place: Place; rootUrl: string; urls: ReturnType<typeof addresses> };

/** Lays out and fills a database in this folder: the world of the tests, and durable. */
export async function database(home: string, ticketKey: string, settings: Record<string, string> = {}): Promise<Database> {
  const as = runsAs();
  const place: Place = { clone: process.cwd(), home, superuser: secret(), owner: secret(), passing: false, as, run: await programs(as) };
  mkdirSync(home, { recursive: true, mode: 0o755 });
  initialise(place);
  const port = await freePort();
  const rootUrl = address("postgres", place.superuser, port, "postgres");
  const server = serverIn(place, port, settings);
  beforeEnd(async () => { await server.stop(); rmSync(home, { recursive: true, force: true }); });
  await server.start();
  await ownerAndDatabase(rootUrl, place.owner);
  const ownerUrl = address("sempre_owner", place.owner, port, "sempre");
  const passwords = { appUser: secret(), authUser: secret(), publisher: secret() };
  await migrate(ownerUrl);
  await setPasswords(ownerUrl, passwords);
  await seed(ownerUrl, ticketKey);
  return { ...server, place, rootUrl, urls: addresses({ ownerUrl, ...passwords }, "sempre") };
}

/** A server over the data in this place, kept as long as this script lives; not yet started. */
export function serverIn(place: Place, port: number, settings: Record<string, string> = {}): Running {
  const more = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const keeping: Keeping = { postgres: place.run.postgres, home: place.home, passing: false, as: place.as, flags: [...flags(place, port), ...more] };
  const running: { keeper?: ChildProcess; ended?: Promise<void> } = {};
  const isUp = () => answers(address("postgres", place.superuser, port, "postgres"));
  const start = async () => {
    const keeper = spawn(process.execPath, [path.resolve(import.meta.dirname, "..", "postgres-keeper.ts"), JSON.stringify(keeping)], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
    keeper.stdin.on("error", () => {}); // it ended before us
    const state = { over: false };
    running.keeper = keeper;
    running.ended = new Promise((resolve) => keeper.once("exit", () => { state.over = true; resolve(); }));
    while (!state.over) {
      if (await isUp()) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };
  const stop = async () => {
    running.keeper?.stdin?.end();
    await running.ended;
  };
  const kill = () => {
    for (const id of processes(path.join(place.home, "data", "postmaster.pid"))) killed(id);
  };
  return { start, stop, kill, isUp };
}

const address = (user: string, password: string, port: number, name: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;

/** The server's first process and its children; elsewhere than on Linux the first alone, whose end the others notice. */
function processes(note: string): number[] {
  if (!existsSync(note)) return [];
  const first = Number(readFileSync(note, "utf8").split("\n")[0]);
  const children = `/proc/${first}/task/${first}/children`;
  return [first, ...(existsSync(children) ? readFileSync(children, "utf8").trim().split(/\s+/).filter(Boolean).map(Number) : [])];
}

function killed(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}

/** Asks as the owner, who sees one provider's rows at a time. */
export async function asked<Row extends pg.QueryResultRow>(ownerUrl: string, provider: string, question: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {}); // the query under way says it
  await client.connect();
  try {
    await client.query("select set_config('app.provider_id', $1, false)", [provider]);
    return (await client.query<Row>(question, values)).rows;
  } finally {
    await client.end();
  }
}
