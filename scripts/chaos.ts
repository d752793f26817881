/** Bad days on purpose: `npm run chaos`. What was acknowledged is there afterwards, once. `--short` takes half a minute. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { build, lastBuild } from "./build.ts";
import { databaseGone, databaseKilled, poolExhausted, productKilled, stopped, wrongClock } from "./chaos/days.ts";
import { diskFull, smallDisk } from "./chaos/full-disk.ts";
import { lettersStillGo } from "./chaos/letters.ts";
import { day, stage, type Day, type Stage, type Told } from "./chaos/stage.ts";
import { broken, table } from "./chaos/table.ts";
import { clone } from "./environment.ts";
import { Failure } from "./failures.ts";
import { keys } from "./keys.ts";
import { passingHome } from "./postgres-home.ts";
import { seconds, step } from "./progress.ts";
import { run } from "./run.ts";

const short = process.argv.includes("--short");
const days: (Day | { name: string; skipped: string })[] = [];

type Bad = [name: string, breaks: (on: Stage) => Promise<Told>][];
const shortDays: Bad = [["product killed (−9)", productKilled(2)], ["PostgreSQL killed (−9)", databaseKilled(2)], ["database gone for 3 s", databaseGone(3)], ["pool exhausted for 3 s", poolExhausted(3)], ["stopped under load (SIGTERM)", stopped(1)]];
const longDays: Bad = [["product killed (−9)", productKilled(10)], ["PostgreSQL killed (−9)", databaseKilled(10)], ["database gone for 30 s", databaseGone(30)], ["pool exhausted for 15 s", poolExhausted(15)], ["stopped under load (SIGTERM)", stopped(5)], ["clock 26 h ahead", wrongClock(26, 100)], ["clock 26 h behind", wrongClock(-26, 100)]];

await run(async () => {
  const began = performance.now();
  const unknown = process.argv.slice(2).find((word) => word !== "--short");
  if (unknown) throw new Failure(`npm run chaos does not know “${unknown}”.`, "npm run chaos, or npm run chaos -- --short");
  if (!short || !lastBuild()) await step("Building the product", () => build(keys().actions));
  const home = passingHome();
  const on = await step("Setting the stage", () => stage(home, "chaos"));
  for (const [name, breaks] of short ? shortDays : longDays) await bad(on, name, breaks);
  await step("Letters still go out", () => lettersStillGo(on));
  if (!short) await fullDisk(`${home}-disk`);
  const told = table(days);
  writeFileSync(path.join(clone, ".data", short ? "chaos-short.md" : "chaos.md"), `${told}\n`);
  console.log(`\n${told}\n\n${seconds(began)}, eight writers.`);
  const wrong = days.filter(broken);
  if (wrong.length) throw new Failure(`A promise was broken: ${wrong.map(({ name }) => name).join(", ")}.`, "What the product said is in .data/chaos.log.");
  console.log("0 acknowledged writes lost, 0 doubled.");
});

async function bad(on: Stage, name: string, breaks: (on: Stage) => Promise<Told>): Promise<void> {
  days.push(await step(name, () => day(on, name, breaks)));
}

async function fullDisk(folder: string): Promise<void> {
  const name = "disk full for 20 s";
  if (!smallDisk(folder)) return void days.push({ name, skipped: "only root on Linux may make a small disk" });
  const on = await step("Setting a stage on a small disk", () => stage(path.join(folder, "home"), "chaos-disk"));
  await bad(on, name, diskFull(folder, 20));
}
