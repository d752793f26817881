/**
 * `npm run attack`: tools that look for holes, and a crowd of sockets, let loose on a product with the demo's world, on a
 * database of its own that is thrown away afterwards. Words after it choose: sockets, slow, sqlmap, wapiti. Nothing but this
 * computer is reached.
 */
import { startTestServer } from "#tests/support/server.ts";
import { build } from "./build.ts";
import { crowd } from "./attack/crowd.ts";
import { slow } from "./attack/slow.ts";
import { sqlmap } from "./attack/sqlmap.ts";
import { wapiti } from "./attack/wapiti.ts";
import { Failure } from "./failures.ts";
import { generate } from "./generate.ts";
import { keys } from "./keys.ts";
import { step } from "./progress.ts";
import { beforeEnd, run } from "./run.ts";
import { stage } from "./stage.ts";

/** What was found, in a line each: `holes` turn the run red, `seen` is for whoever reads it. */
export type Found = { holes: string[]; seen: string[] };
export type Target = { address: string; ownerUrl: string };

const attacks: Record<string, (target: Target) => Promise<Found>> = { sockets: crowd, slow, sqlmap, wapiti };

await run(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => !(word in attacks));
  if (unknown) throw new Failure(`npm run attack does not know “${unknown}”.`, `It knows: ${Object.keys(attacks).join(", ")}. Without a word it does all of them.`);
  await generate();
  await step("Building the product (a minute the first time)", () => build(keys().actions));
  const { stop, ...server } = await step("Database for the attack", startTestServer);
  beforeEnd(stop);
  const target = await step("Setting the stage", () => stage(server, "attack"));
  let holes = 0;
  for (const [name, attack] of Object.entries(attacks).filter(([name]) => words.length === 0 || words.includes(name))) {
    const found = await step(name, () => attack(target));
    for (const line of found.seen) console.log(`      ${line}`);
    for (const line of found.holes) console.log(`    ✗ ${line}`);
    holes += found.holes.length;
  }
  await target.stop();
  console.log(holes ? `\n${holes} to look at` : "\nNothing found");
  return holes ? 1 : 0;
});
