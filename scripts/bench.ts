/**
 * Measures the product against bare Next pages in the same run and says which budgets are missed; it fails for none. `npm run bench`,
 * `npm run bench -- --quick` (a small world for a short try), `-- --large` (1,000 providers, 1,000,000 ideas). Figures go to .data/bench/.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { addresses, ask, startTestServer, template } from "#tests/support/server.ts";
import { buildBare } from "./bench/bare-app.ts";
import { countingLine } from "./bench/line.ts";
import { markName } from "./bench/processor.ts";
import { startProduct, type Urls } from "./bench/product.ts";
import { verdicts, type Bench } from "./bench/results.ts";
import { ourDeeds, ourPages, type Scene } from "./bench/scenes.ts";
import { sizeIn } from "./bench/sizes.ts";
import { inWords, markdown } from "./bench/table.ts";
import { underLoad } from "./bench/under-load.ts";
import { firstWords, statementsOf } from "./bench/weighing.ts";
import { makeWorld } from "./bench/world.ts";
import { build } from "./build.ts";
import { clone } from "./environment.ts";
import { generate } from "./generate.ts";
import { keys } from "./keys.ts";
import { step } from "./progress.ts";
import { beforeEnd, run } from "./run.ts";

const folder = path.join(clone, ".data", "bench");
const size = sizeIn(process.argv.slice(2));
const hear = (line: string) => console.log(`      ${line}`);

await run(async () => {
  const began = performance.now();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  beforeEnd(() => { for (const left of [path.join(folder, "plan.json"), path.join(clone, ".data", "mail", "bench")]) rmSync(left, { recursive: true, force: true }); });
  await step("Client of the database", generate);
  await step("Build", () => build(keys().actions));
  await step("Build of the bare pages", buildBare);
  const { urls, database } = await step("Database", startDatabase);
  await step(`World of ${size.providers} providers, ${size.ideas} ideas`, () => makeWorld(urls.ownerUrl, size, hear));
  const [pages, deeds] = [await ourPages(urls.ownerUrl), await ourDeeds(urls.ownerUrl, size)];
  const statements = await step("Statements", () => counted(urls, [...pages, deeds.propose, deeds.log, firstWords(deeds)]));
  const starts = await step("Starts", () => started(urls));
  const measured = await step("Pages and deeds in turn", () => underLoad(urls, { pages, deeds: [deeds.propose, deeds.log] }, { ...size, folder, database, hear }));
  const bench: Bench = { at: new Date().toISOString(), machine: { cores: cpus().length, processor: cpus()[0]?.model ?? "", node: process.versions.node }, size, statements, starts, ...measured, seconds: (performance.now() - began) / 1_000 };
  tell(bench);
});

async function startDatabase(): Promise<{ urls: Urls & { ownerUrl: string }; database: string }> {
  const database = `database-${process.pid}`;
  process.env[markName] = database; // PostgreSQL and its keeper inherit it
  const server = await startTestServer();
  delete process.env[markName];
  await ask(server.ownerUrl, `create database bench template ${template} strategy file_copy`);
  return { urls: addresses(server, "bench"), database };
}

// Every statement passes a line that counts it; no load is measured over it.
async function counted(urls: Urls, scenes: Scene[]): Promise<Record<string, number>> {
  const line = await countingLine(Number(new URL(urls.appUrl).port));
  const product = await startProduct({ appUrl: line.through(urls.appUrl), authUrl: line.through(urls.authUrl), publisherUrl: line.through(urls.publisherUrl) }, "1");
  const counts: Record<string, number> = {};
  for (const scene of scenes) counts[scene.name] = await statementsOf(product.address, scene, line);
  await product.stop();
  line.close();
  return counts;
}

async function started(urls: Urls): Promise<number[]> {
  const starts: number[] = [];
  for (let at = 0; at < Math.max(size.rounds, 2); at += 1) {
    const product = await startProduct(urls, "1");
    starts.push(product.firstPage);
    await product.stop();
  }
  return starts.slice(size.rounds > 1 ? 0 : 1);
}

function tell(bench: Bench): void {
  const held = verdicts(bench);
  writeFileSync(path.join(folder, "bench.json"), `${JSON.stringify({ ...bench, verdicts: held }, null, 2)}\n`);
  writeFileSync(path.join(folder, "bench.md"), markdown(bench, held));
  console.log(`\n${markdown(bench, held)}`);
  const missed = held.filter(({ met }) => !met);
  console.log(missed.length ? `${held.length - missed.length} budgets met, ${missed.length} missed:\n${missed.map((one) => `  ${inWords(one)}`).join("\n")}` : `All ${held.length} budgets met.`);
}
