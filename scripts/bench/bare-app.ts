/** The bare Next application that the product is measured against: one list of twenty ideas, read by pg and read by Prisma. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nextProgram, node } from "#scripts/child.ts";
import { clone } from "#scripts/environment.ts";
import { Failure } from "#scripts/failures.ts";

const source = path.join(clone, "scripts", "bench", "bare");

/** Where it is built: outside what lint, types and the product's own build look at, and inside the clone for its packages. */
export const bareFolder = path.join(clone, ".data", "bench", "bare");

/** Lays a copy there and builds it, unless the same is built already. */
export async function buildBare(): Promise<void> {
  const note = path.join(bareFolder, "built-from");
  const now = fingerprint();
  if (existsSync(note) && readFileSync(note, "utf8") === now) return;
  rmSync(bareFolder, { recursive: true, force: true });
  cpSync(source, bareFolder, { recursive: true });
  const { code, said } = await node([nextProgram, "build", bareFolder], { NODE_ENV: "production" });
  if (code !== 0) throw new Failure(`The bare pages could not be built:\n${said.trim()}`, "");
  writeFileSync(note, now);
}

function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  const files = [...globSync("**/*.{ts,tsx,js}", { cwd: source }).map((file) => path.join(source, file)), path.join(clone, "package-lock.json"), ...globSync("prisma/schema/*.prisma", { cwd: clone }).map((file) => path.join(clone, file))];
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest("hex");
}
