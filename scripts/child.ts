/** Other programs of ours, run as children that end with us. */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { clone } from "./environment.ts";
import { beforeEnd, isEnding } from "./run.ts";

export type Names = Record<string, string | undefined>;

export const nextProgram = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** Our own environment with the given names set; nothing that runs from here reports to anybody. */
export function environment(names: Names = {}): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...names } as NodeJS.ProcessEnv;
}

const longest = 20 * 60_000; // nothing of ours takes so long: it hangs

/** Runs `node …` to its end and answers its code and all it said. */
export async function node(parts: string[], names: Names = {}, hear?: (text: string) => void): Promise<{ code: number; said: string }> {
  if (isEnding()) return new Promise(() => {});
  const child = spawn(process.execPath, parts, { cwd: clone, env: environment(names), stdio: ["ignore", "pipe", "pipe"] });
  endsWithUs(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => { said += text; hear?.(text); });
  const hangs = setTimeout(() => child.kill("SIGKILL"), longest);
  const code = await new Promise<number>((resolve) => {
    child.once("close", (number) => resolve(number ?? 1));
    child.once("exit", (number) => setTimeout(resolve, 3000, number ?? 1)); // a grandchild left over may hold the pipes open
  });
  clearTimeout(hangs);
  return { code, said };
}

export type Serving = { pid?: number | undefined; ended: Promise<number>; stop: () => Promise<void>; lastWords: () => string };

/** Starts a script of ours that serves until we stop it; what it says goes to .data/<log>. It notices by itself when we are gone, even by force. */
export function serve(script: string, names: Names, log: string): Serving {
  mkdirSync(path.join(clone, ".data"), { recursive: true, mode: 0o700 });
  const file = path.join(clone, ".data", log);
  const said = openSync(file, "w", 0o600);
  // A session of its own: Ctrl-C reaches us alone, and we end things in their order.
  const child = spawn(process.execPath, [script], { cwd: clone, env: environment(names), stdio: ["ignore", said, said, "ipc"], detached: true });
  closeSync(said);
  return { pid: child.pid, ended: new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1))), stop: endsWithUs(child), lastWords: () => readFileSync(file, "utf8").trim().split("\n").slice(-30).join("\n") };
}

function endsWithUs(child: ChildProcess): () => Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await ended;
  };
  beforeEnd(stop);
  return stop;
}
