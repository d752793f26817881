/** The tests of the first guard, tested: holes are made one at a time, and each must be seen. */
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seed } from "#prisma/seed.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { holesElsewhere, holesInKeys, holesInPolicy, holesInTable } from "./breakages.ts";
import { faults, tenantTables } from "./catalogue.ts";
import { surprises, type Stand } from "./matrix.ts";
import { connected, furnish } from "./stands.ts";

describe("a hole is seen", () => {
  const scratch: { owner?: pg.Client; database?: TestDatabase; stands: Stand[] } = { stands: [] };
  beforeAll(async () => {
    scratch.database = await testDatabase();
    await seed(scratch.database.ownerUrl, String(process.env.TICKET_KEY));
    scratch.owner = await connected(scratch.database.ownerUrl);
    scratch.stands = await furnish(scratch.owner);
  });
  afterAll(() => scratch.database?.drop());

  /** Makes holes one at a time, looks, and mends each; answers those that nobody saw. */
  async function unseen(holes: { statement: string; about: string }[], look: (owner: pg.Client, about: string) => Promise<string[]>): Promise<string[]> {
    const owner = scratch.owner as pg.Client;
    const missed: string[] = [];
    for (const { statement, about } of holes) {
      await owner.query("begin");
      await owner.query(statement);
      if (!(await look(owner, about)).some((fault) => fault.includes(about))) missed.push(statement);
      await owner.query("rollback");
    }
    return missed;
  }

  test("by the catalogue: every policy removed, weakened or doubled, one at a time", async () => {
    expect(await faults(scratch.owner as pg.Client)).toEqual([]);
    const holes = (await tenantTables(scratch.owner as pg.Client)).flatMap(holesInPolicy);
    expect(await unseen(holes, faults)).toEqual([]);
  }, 60_000);

  test("by the catalogue: every foreign key without its place, a right too many, a table without its words", async () => {
    const [table] = (await tenantTables(scratch.owner as pg.Client)).filter(({ name }) => name === "ideas");
    const holes = [...(table ? holesInTable(table) : []), ...(await holesInKeys(scratch.owner as pg.Client)), ...holesElsewhere];
    expect(await unseen(holes, faults)).toEqual([]);
  }, 60_000);

  test("by whoever tries: behind every policy that lets all rows through, another provider's rows stand open", async () => {
    const holes = scratch.stands.map(({ name, lead }) => ({ statement: `alter policy ${lead.replace("_id", "")} on ${name} using (true) with check (true); set local role app_user`, about: name }));
    expect(await unseen(holes, (owner, about) => surprises(owner, scratch.stands, scratch.stands.filter(({ name }) => name === about)))).toEqual([]);
  }, 60_000);
});
