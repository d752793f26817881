/** Runs PostgreSQL for as long as the script that started it lives: its end, even by force, closes our standard input. */
import { spawn } from "node:child_process";
import { openSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RunsAs } from "./postgres-home.ts";

export type Keeping = { postgres: string; flags: string[]; home: string; passing: boolean; as: RunsAs };

const [given = ""] = process.argv.slice(2);
const { postgres, flags, home, passing, as } = JSON.parse(given) as Keeping;

writeFileSync(path.join(home, "keeper.pid"), String(process.pid));
const log = openSync(path.join(home, "postgres.log"), "w");
const server = spawn(postgres, flags, { ...as, cwd: home, stdio: ["ignore", log, log], env: { ...process.env, LC_ALL: "C", TZ: "UTC" } });

server.once("error", () => ended(1));
server.once("exit", (code) => ended(code ?? 1));

process.stdin.resume().once("close", stop);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

// SIGINT is PostgreSQL's fast stop: running transactions are undone, nothing saved is lost.
function stop() {
  server.kill("SIGINT");
}

function ended(code: number) {
  rmSync(passing ? home : path.join(home, "keeper.pid"), { recursive: true, force: true });
  process.exit(code);
}
