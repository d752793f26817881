/** A disk that fills up: PostgreSQL on a small one of its own, where the machine lets us make one. */
import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { beforeEnd } from "../run.ts";
import type { Database } from "./database.ts";
import { opened } from "./paper-form.ts";
import { backAfter, type Stage, type Told } from "./stage.ts";

/** Mounts a small disk in this folder; false where that is not ours to do. */
export function smallDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=320m,mode=0755", "tmpfs", folder]).status !== 0) return false;
  beforeEnd(() => {
    spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return true;
}

/** Fills the disk to the last byte and frees it after so many seconds; people go on writing. PostgreSQL is started again whenever it gives up, as a service manager does. */
export const diskFull = (disk: string, seconds: number) => async ({ database, ledger, where }: Stage): Promise<Told> => {
  const [form, ballast, state] = [await opened(where), path.join(disk, "ballast"), { over: false, starts: 0 }];
  filled(ballast);
  const manager = keptRunning(database, state);
  await logUsedUp(database.rootUrl);
  const [full, people] = [performance.now(), new Set<string>()];
  while (performance.now() < full + seconds * 1_000) {
    people.add(await form());
    await sleep(500);
  }
  rmSync(ballast);
  const since = performance.now();
  const back = await backAfter(ledger, since);
  state.over = true;
  await manager;
  if (!people.has("kept")) ledger.strange.push("the disk never was full");
  return { times: 1, back: [back], people: people.has("lost") ? "text lost" : "text kept", more: `PostgreSQL started anew ${state.starts} times` };
};

function filled(ballast: string): void {
  const [file, some] = [openSync(ballast, "w"), Buffer.alloc(65_536)];
  try {
    for (;;) writeSync(file, some);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(file);
  }
}

async function keptRunning(database: Database, state: { over: boolean; starts: number }): Promise<void> {
  for (; !state.over; await sleep(500)) {
    if (await database.isUp()) continue;
    state.starts += 1;
    await database.start();
  }
}

// The log of changes has room laid out beforehand: it is used up first, so that the next change finds none.
async function logUsedUp(rootUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: rootUrl });
  client.on("error", () => {}); // what is meant to happen
  try {
    await client.connect();
    for (let round = 0; round < 100; round += 1) await client.query("select pg_logical_emit_message(false, 'chaos', 'full'), pg_switch_wal()");
  } catch {
    await client.end().catch(() => {});
  }
}
