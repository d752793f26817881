/** Builds the product. `npm run build` */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nextProgram, node } from "./child.ts";
import { clone, loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { generate } from "./generate.ts";
import { keys } from "./keys.ts";
import { run } from "./run.ts";

type Built = { from: string; key: string };

const note = path.join(clone, ".next", "sempre.json");
const sources = ["{app,components,lib,messages,public}/**/*", "prisma/{schema,content,generated}/**/*", "*.{ts,js,mjs,json}"];

/** Builds with this key for server actions, unless a build of the same sources with it is there. Answers whether it had to. */
export async function build(key: string, always = false): Promise<boolean> {
  const now: Built = { from: fingerprint(), key: keyMark(key) };
  const before = lastBuild();
  if (!always && before && before.from === now.from && before.key === now.key) return false;
  const { code, said } = await node([nextProgram, "build"], { NODE_ENV: "production", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key });
  if (/ENOSPC|No space left/.test(said)) throw Object.assign(new Error(said), { code: "ENOSPC", path: path.join(clone, ".next") });
  if (code !== 0) throw new Failure(`The build failed:\n${said.trim()}`, "Correct what is named above and build again.");
  writeFileSync(note, JSON.stringify(now));
  return true;
}

/** The build that is there, if one of ours is. */
export function lastBuild(): Built | undefined {
  if (!existsSync(path.join(clone, ".next", "BUILD_ID")) || !existsSync(note)) return undefined;
  return JSON.parse(readFileSync(note, "utf8")) as Built;
}

/** Tells two keys apart without giving either away. */
export const keyMark = (key: string) => createHash("sha256").update(`build ${key}`).digest("hex").slice(0, 16);

function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: clone, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.filter((one) => !one.endsWith("next-env.d.ts")).sort()) hash.update(path.relative(clone, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

if (import.meta.main) {
  await run(async () => {
    loadEnvironment();
    await generate();
    const given = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
    if (!given) console.log("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is not set: building with the demo's key from .data/. For production set it here and at the start.");
    console.log("Building …");
    await build(given ?? keys().actions, true);
    console.log("Built.");
  });
}
