/** `npm test`: everything. `npm run check`: all but build and stories, for the loop while working. Further words choose tests by name. */
import { createRequire } from "node:module";
import path from "node:path";
import { startTestServer } from "#tests/support/server.ts";
import { build } from "./build.ts";
import { nextProgram, node } from "./child.ts";
import { clone } from "./environment.ts";
import { Failure, inWords } from "./failures.ts";
import { generate } from "./generate.ts";
import { keys } from "./keys.ts";
import { outcome, storiesCounted, vitestCounted, type Outcome } from "./outcome.ts";
import { seconds, step } from "./progress.ts";
import { beforeEnd, run } from "./run.ts";
import { stage } from "./stage.ts";

const words = process.argv.slice(2);
const quick = words.includes("--check");
const chosen = words.filter((word) => !word.startsWith("--"));
const require = createRequire(import.meta.url);
const program = (name: string, file: string) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
const report = (name: string) => path.join(clone, ".data", `${name}.json`);
const colour = process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
const began = performance.now();
const total = { passed: 0, failed: 0, done: false };

await run(async () => {
  beforeEnd(() => {
    if (!total.done) total.failed += 1; // stopped half-way is not passed
    console.log(`\n${seconds(began)}\n${total.passed} passed, ${total.failed} failed`);
  });
  await all();
  total.done = true;
  return total.failed ? 1 : 0;
});

async function all(): Promise<void> {
  if (!(await counted("Client of the database", async () => void (await generate())))) return;
  const built = !quick && (await counted("Build", async () => void (await build(keys().actions)))); // first: some tests read what was built
  if (!(await part(startServer))) return;
  await Promise.all([lintAndTypes(), part(tests)]);
  if (!quick) await part(built ? stories : unbuilt);
}

async function startServer(): Promise<Outcome> {
  const { stop: _, ...server } = await step("Database for the tests", startTestServer);
  process.env.TEST_SERVER = JSON.stringify(server);
  return { passed: 0, failed: 0 };
}

async function lintAndTypes(): Promise<void> {
  await counted("Lint", () => clean([program("eslint", "bin/eslint.js"), ".", "--max-warnings", "0", ...(quick ? ["--cache", "--cache-location", ".data/eslint"] : [])]));
  await counted("Types", async () => {
    await clean([nextProgram, "typegen"]);
    await clean([program("typescript", "bin/tsc"), "--noEmit"]);
  });
}

async function tests(): Promise<Outcome> {
  const file = report("tests");
  // What starts and stops servers of its own takes its time, and so does everybody who tries every deed by every name, or with every strange form: the loop while working leaves them to npm test.
  const slow = quick ? ["--exclude", "tests/scripts/**", "--exclude", "tests/isolation/*.test.ts", "--exclude", "tests/hostile/fuzz.test.ts"] : [];
  const { code } = await node([program("vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...slow, ...chosen], colour, (text) => process.stdout.write(text));
  return outcome(code, vitestCounted(file));
}

async function stories(): Promise<Outcome> {
  const server = JSON.parse(process.env.TEST_SERVER ?? "{}") as Parameters<typeof stage>[0];
  const { address, ownerUrl, stop } = await step("Setting the stage", () => stage(server, "stories"));
  const file = report("stories");
  const { code } = await node([program("@playwright/test", "cli.js"), "test", ...chosen, ...(chosen.length ? ["--pass-with-no-tests"] : [])], { STORIES_ADDRESS: address, STORIES_OWNER_URL: ownerUrl, STORIES_REPORT: file, PSEUDO_LANGUAGES: "1", FORCE_COLOR: process.stdout.isTTY ? "1" : "0" }, (text) => process.stdout.write(text));
  await stop();
  return chosen.length && code === 0 ? (storiesCounted(file) ?? { passed: 0, failed: 0 }) : outcome(code, storiesCounted(file));
}

async function unbuilt(): Promise<Outcome> {
  console.log("  ✗ Stories: not told, for there is no build");
  return { passed: 0, failed: 1 };
}

/** A check that counts as one. */
async function counted(name: string, work: () => Promise<void>): Promise<boolean> {
  return part(async () => {
    await step(name, work);
    return { passed: 1, failed: 0 };
  });
}

/** Adds a part's outcome to the sum; whatever breaks is one failed, in words, and the rest still runs. */
async function part(work: () => Promise<Outcome>): Promise<boolean> {
  try {
    const { passed, failed } = await work();
    total.passed += passed;
    total.failed += failed;
    return failed === 0;
  } catch (error) {
    console.error(inWords(error));
    total.failed += 1;
    return false;
  }
}

async function clean(parts: string[]): Promise<void> {
  const { code, said } = await node(parts);
  if (code !== 0) throw new Failure(said.trim(), "");
}
