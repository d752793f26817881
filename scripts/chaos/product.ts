/** The built product as a process that may be killed, and is started again as a service manager would. */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { environment, type Names } from "../child.ts";
import { clone } from "../environment.ts";
import { healthy } from "../health.ts";
import { keys } from "../keys.ts";
import { freePort } from "../postgres.ts";
import { beforeEnd } from "../run.ts";
import type { Database } from "./database.ts";

export type Product = {
  address: string;
  letters: string;
  start: (names?: Names) => Promise<void>;
  kill: () => Promise<void>;
  /** Asks it to end and answers its exit code. */
  stop: () => Promise<number>;
  /** How often it ended although nobody asked it to. */
  fellOver: () => number;
};

/** A product on this database; not yet started. */
export async function product({ urls }: Database, name: string): Promise<Product> {
  const { actions, ticket, auth } = keys();
  const [port, letters, log] = [await freePort(), path.join(clone, ".data", "mail", name), path.join(clone, ".data", `${name}.log`)];
  const address = `http://localhost:${port}`;
  const own: Names = {
    DATABASE_URL: urls.appUrl, AUTH_DATABASE_URL: urls.authUrl, PUBLISHER_DATABASE_URL: urls.publisherUrl, DATABASE_OWNER_URL: "", APP_ORIGIN: address,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actions, TICKET_KEY: ticket, AUTH_SECRET: auth, MAIL_FOLDER: letters, PORT: String(port), HOSTNAME: "127.0.0.1",
    TRUST_PROXY: "1", // each writer comes from an address of its own
    PROCESSES: "1", METRICS_PORT: "", PSEUDO_LANGUAGES: "", LOG_LEVEL: "warn",
  };
  mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  rmSync(log, { force: true });
  const now: { child?: ChildProcess; ended: Promise<number>; asked: boolean; fell: number } = { ended: Promise.resolve(0), asked: true, fell: 0 };

  const start = async (names: Names = {}) => {
    const said = openSync(log, "a", 0o600);
    const child = spawn(process.execPath, [path.join("scripts", "start.ts")], { cwd: clone, env: environment({ ...own, ...names }), stdio: ["ignore", said, said, "ipc"], detached: true });
    closeSync(said);
    now.asked = false;
    now.child = child;
    now.ended = new Promise((resolve) => child.once("exit", (code) => {
      if (!now.asked) now.fell += 1;
      resolve(code ?? 1);
    }));
    await healthy(port, { pid: child.pid, ended: now.ended, stop: async () => void (await stop()), lastWords: () => readFileSync(log, "utf8").trim().split("\n").slice(-30).join("\n") });
  };
  const send = async (signal: "SIGTERM" | "SIGKILL") => {
    now.asked = true;
    // By force it goes with all it has started, as under a service manager.
    if (now.child?.pid && now.child.exitCode === null && now.child.signalCode === null) process.kill(signal === "SIGKILL" ? -now.child.pid : now.child.pid, signal);
    return now.ended;
  };
  const stop = () => send("SIGTERM");
  beforeEnd(async () => { await stop(); rmSync(letters, { recursive: true, force: true }); });
  return { address, letters, start, stop, kill: async () => void (await send("SIGKILL")), fellOver: () => now.fell };
}
