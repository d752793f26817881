/** Makes Prisma's client from prisma/schema. `npm run db:generate` */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { clone } from "./environment.ts";
import { Failure } from "./failures.ts";
import { run } from "./run.ts";

const schema = path.join(clone, "prisma", "schema");
const mark = path.join(clone, "prisma", "generated", "made-from");

/** Generates the client where its schema has changed; answers whether it had to. */
export async function generate(): Promise<boolean> {
  const made = fingerprint();
  if (existsSync(mark) && readFileSync(mark, "utf8") === made) return false;
  const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
  // Generating needs no schema engine; naming any program keeps Prisma from downloading one.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
  const done = spawnSync(process.execPath, [prisma, "generate", "--schema", schema, "--no-hints"], { cwd: clone, encoding: "utf8", env });
  if (done.status !== 0) throw new Failure(`Prisma could not make its client:\n${done.stderr || done.stdout}`, "Correct prisma/schema at the place named above.");
  writeFileSync(mark, made);
  return true;
}

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve("prisma/build/index.js")), "..", "package.json")));
  for (const name of readdirSync(schema).filter((file) => file.endsWith(".prisma")).sort()) hash.update(name).update(readFileSync(path.join(schema, name)));
  return hash.digest("hex");
}

if (import.meta.main) await run(async () => console.log((await generate()) ? "Generated." : "Already up to date."));
