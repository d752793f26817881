/** Programs of the machine that look for holes, and somebody who has come in for them. */
import { spawn } from "node:child_process";
import pg from "pg";
import { beforeEnd } from "../run.ts";
import type { Target } from "../attack.ts";

/** Runs a program to its end and answers all it said; nothing where the machine does not have it. */
export async function tool(name: string, words: string[], most: number): Promise<string | undefined> {
  const child = spawn(name, words, { stdio: ["ignore", "pipe", "pipe"], timeout: most });
  beforeEnd(() => void child.kill());
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => { said += text; });
  return new Promise((resolve) => {
    child.once("error", () => resolve(undefined));
    child.once("close", () => resolve(said));
  });
}

/** The cookie of somebody of the cast, come in by the demonstration's door. */
export async function cookieOf({ address }: Target, cast: string): Promise<string> {
  const answer = await fetch(`${address}/api/deeds/come-in`, { method: "POST", headers: { Origin: address, "Content-Type": "application/json" }, body: JSON.stringify({ cast, language: "en" }) });
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** Forgets again and again how often something was tried: the limits would hide every hole behind them. */
export async function withoutLimits<T>({ ownerUrl }: Target, work: () => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const forgetting = setInterval(() => void owner.query("delete from auth.limits").catch(() => {}), 200);
  try {
    return await work();
  } finally {
    clearInterval(forgetting);
    await owner.end();
  }
}
