import { expect, test, beforeAll } from "vitest";
import pg from "pg";
import { testDatabase } from "#tests/support/database.ts";
import { faults, tenantTables } from "#tests/isolation/catalogue.ts";
import { holesIn, holesInKeys, holesElsewhere } from "#tests/isolation/breakages.ts";
let owner: pg.Client;
beforeAll(async () => { const d = await testDatabase(); owner = new pg.Client({ connectionString: d.ownerUrl }); owner.on("error", () => {}); await owner.connect(); });
test("x", async () => {
  const all = [...(await tenantTables(owner)).flatMap(holesIn), ...await holesInKeys(owner), ...holesElsewhere];
  console.log(all.length);
  const t = Date.now(); const unseen = [];
  for (const { statement, about } of all) {
    await owner.query("begin");
    try { await owner.query(statement);
    const found = await faults(owner);
    if (!found.some((f) => f.includes(about))) unseen.push([statement, found]);
    } catch (e) { unseen.push([statement, (e as Error).message]); }
    await owner.query("rollback");
  }
  console.log(Date.now() - t);
  expect(unseen).toEqual([]);
}, 200000);
