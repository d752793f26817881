/** Holds a database until it is stopped; says where. Run by itself, to be killed. */
import { startPassing } from "#scripts/postgres.ts";
import { run } from "#scripts/run.ts";

await run(async () => {
  const { ownerUrl } = await startPassing();
  console.log(ownerUrl);
  setInterval(() => {}, 60_000);
  await new Promise(() => {});
});
