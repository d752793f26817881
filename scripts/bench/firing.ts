import { writeFileSync } from "node:fs";
import path from "node:path";
import { node } from "#scripts/child.ts";
import { clone } from "#scripts/environment.ts";
import { Failure } from "#scripts/failures.ts";
import type { Fired, Plan } from "./cannon.ts";

/** Lets the cannon fire a plan and answers what it told. Its own work is in another process than ours and the product's. */
export async function fired(plan: Plan, folder: string): Promise<Fired & { sent: number }> {
  const file = path.join(folder, "plan.json");
  writeFileSync(file, JSON.stringify(plan), { mode: 0o600 }); // it holds sessions, if only of an invented world
  const { code, said } = await node([path.join(clone, "scripts", "bench", "cannon.ts"), file]);
  if (code !== 0) throw new Failure(`The load on ${plan.path} broke off:\n${said.trim()}`, "");
  return JSON.parse(said.trim().split("\n").at(-1) ?? "{}") as Fired & { sent: number };
}
