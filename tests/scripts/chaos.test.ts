import { expect, test } from "vitest";
import { lastBuild } from "#scripts/build.ts";
import { node } from "#scripts/child.ts";

// The long form is npm run chaos. Both end badly when a single promise was broken, and say which.
test.skipIf(!lastBuild())("bad days, in short: killed, gone, overrun and stopped under eight who write, nothing acknowledged is lost or there twice", { timeout: 600_000 }, async () => {
  const { code, said } = await node(["scripts/chaos.ts", "--short"]);
  expect(said).toContain("0 acknowledged writes lost, 0 doubled.");
  expect(code).toBe(0);
});
