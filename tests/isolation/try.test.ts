import { expect, test } from "vitest";
import { faults, tenantTables } from "#tests/isolation/catalogue.ts";
import { inTheWorld } from "#tests/support/people.ts";
const world = inTheWorld();
test("x", async () => {
  console.log(await tenantTables(world.owner));
  const t = Date.now();
  expect(await faults(world.owner)).toEqual([]);
  console.log(Date.now() - t);
});
