/**
 * Removes each guard of guards.ts in a copy of this clone, one at a time, and sees that the tests turn red.
 * `node tests/isolation/without-guards.ts`; a word chooses guards by file or line. Some minutes; not part of `npm test`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { environment } from "#scripts/child.ts";
import { Failure } from "#scripts/failures.ts";
import { seconds } from "#scripts/progress.ts";
import { beforeEnd, run } from "#scripts/run.ts";
import { startTestServer } from "#tests/support/server.ts";
import { guards, type Guard } from "./guards.ts";

const clone = path.resolve(import.meta.dirname, "..", "..");
const [word = ""] = process.argv.slice(2);

await run(async () => {
  const chosen = guards.filter(({ file, line }) => file.includes(word) || line.includes(word));
  const copy = copied();
  const { stop: _, ...server } = await startTestServer();
  // Where no test has the name that was asked for, none fails: that is not green.
  const outcome = ({ seenBy }: Guard) => {
    const { status, stdout } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--bail", "1", ...seenBy], { cwd: copy, env: environment({ TEST_SERVER: JSON.stringify(server), NO_COLOR: "1" }), encoding: "utf8", timeout: 600_000 });
    return status !== 0 ? "red" : /Tests .*\d+ passed/.test(stdout) ? "green" : "nothing";
  };
  const missed: string[] = [];
  const whole = new Map<string, string>();
  for (const guard of chosen) {
    const [began, tests] = [performance.now(), guard.seenBy.join(" ")];
    if (!whole.has(tests)) whole.set(tests, outcome(guard));
    if (whole.get(tests) !== "green") throw new Failure(`${tests} is ${whole.get(tests)} although no guard is gone.`, "Mend that first.");
    const mend = broken(copy, guard);
    const seen = outcome(guard) === "red";
    mend();
    if (!seen) missed.push(guard.line);
    console.log(`${seen ? "seen  " : "MISSED"} ${guard.file}: ${guard.line.slice(0, 90)} (${seconds(began)})`);
  }
  console.log(`\n${chosen.length} guards removed one at a time, ${chosen.length - missed.length} seen.`);
  return missed.length;
});

/** This clone's files without what it has made for itself; what npm installed is shared. */
function copied(): string {
  const copy = mkdtempSync(path.join(tmpdir(), "sempre-without-"));
  beforeEnd(() => rmSync(copy, { recursive: true, force: true }));
  for (const name of ["app", "components", "lib", "messages", "prisma", "public", "scripts", "tests", "package.json", "tsconfig.json", "vitest.config.ts", "next.config.js", "proxy.ts", "instrumentation.ts"]) cpSync(path.join(clone, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(clone, "node_modules"), path.join(copy, "node_modules"));
  return copy;
}

/** Takes the guard out of its file and answers how to put it back. */
function broken(copy: string, { file, line, instead }: Guard): () => void {
  const at = path.join(copy, file);
  const before = readFileSync(at, "utf8");
  if (before.split(line).length !== 2) throw new Failure(`${file} does not have exactly one: ${line}`, "Name the guard anew in tests/isolation/guards.ts.");
  writeFileSync(at, before.replace(line, () => instead));
  return () => writeFileSync(at, before);
}
