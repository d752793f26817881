/** The tests of the first guard, tested: holes are made one at a time, and each must be seen. */
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seed } from "#prisma/seed.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { holesElsewhere, holesInPolicy, holesInTable, type Breakage } from "./breakages.ts";
import { holesInForeignKeys, holesInIndexes } from "./broken-keys.ts";
import { historyChanged, rightsTooMany, wordsShown } from "./broken-rights.ts";
import { faults, questions, tenantTables } from "./catalogue.ts";
import { surprises, type Stand } from "./matrix.ts";
import { connected, furnish } from "./stands.ts";
import { conditionsOf, withoutCondition, wrongAtTheDoor } from "./who-enters.ts";

// One without a row, where any key can be made and removed; one with two places of every kind, to be tried at.
const scratch: { databases: TestDatabase[]; empty?: pg.Client; lived?: pg.Client; stands: Stand[] } = { databases: [], stands: [] };
const made: Record<string, number> = {};
const empty = () => scratch.empty as pg.Client;
const lived = () => scratch.lived as pg.Client;

beforeAll(async () => {
  scratch.databases = [await testDatabase(), await testDatabase()];
  const [one, other] = scratch.databases.map(({ ownerUrl }) => ownerUrl) as [string, string];
  await seed(other, String(process.env.TICKET_KEY));
  [scratch.empty, scratch.lived] = [await connected(one), await connected(other)];
  scratch.stands = await furnish(lived());
});
afterAll(async () => {
  console.log(`Holes made one at a time: ${Object.values(made).reduce((sum, count) => sum + count, 0)} (${Object.entries(made).map(([kind, count]) => `${count} ${kind}`).join(", ")})`);
  for (const { drop } of scratch.databases) await drop();
});

type Look = (owner: pg.Client, hole: Breakage) => Promise<string[]>;
const inCatalogue = (asked: Record<string, string>): Look => (client) => faults(client, asked);
const byTrying: Look = (client, { about }) => surprises(client, scratch.stands, scratch.stands.filter(({ name }) => name === about));

/** Makes holes one at a time, looks, and mends each; answers those that nobody saw. */
async function unseen(kind: string, owner: pg.Client, holes: Breakage[], look: Look): Promise<string[]> {
  const missed: string[] = [];
  for (const hole of holes) {
    try {
      await owner.query(`begin; ${hole.statement}`);
      if (!(await look(owner, hole)).some((fault) => fault.includes(hole.about))) missed.push(hole.statement);
    } finally {
      await owner.query("rollback");
    }
  }
  made[kind] = holes.length;
  return missed;
}

describe("a hole is seen by the catalogue:", () => {
  test("nothing is wrong before it is made", async () => {
    expect(await faults(empty())).toEqual([]);
  });

  test("every policy removed, weakened or doubled, one at a time", async () => {
    expect(await unseen("in policies", empty(), (await tenantTables(empty())).flatMap(holesInPolicy), inCatalogue(questions.isolation))).toEqual([]);
  }, 300_000);

  test("every foreign key removed, or made without its place", async () => {
    expect(await unseen("in foreign keys", empty(), await holesInForeignKeys(empty()), inCatalogue(questions.isolation))).toEqual([]);
  }, 300_000);

  test("every key and index made without its place", async () => {
    expect(await unseen("in keys and indexes", empty(), await holesInIndexes(empty()), inCatalogue(questions.isolation))).toEqual([]);
  }, 300_000);

  test("every right too many on every table, every word shown to who goes through all providers", async () => {
    expect(await unseen("in rights", empty(), [...(await rightsTooMany(empty())), ...(await wordsShown(empty()))], inCatalogue(questions.rights))).toEqual([]);
  }, 300_000);

  test("a table without its words, a view, a rule, a role that may too much, a place that is entered by itself", async () => {
    const [table] = (await tenantTables(empty())).filter(({ name }) => name === "ideas");
    expect(await unseen("elsewhere", empty(), [...(table ? holesInTable(table) : []), ...holesElsewhere], inCatalogue(questions.all))).toEqual([]);
  }, 300_000);
});

describe("a hole is seen by whoever tries:", () => {
  test("behind every policy that lets all rows through, another provider's rows stand open", async () => {
    const holes = scratch.stands.map(({ name, lead }) => ({ statement: `alter policy ${lead.replace("_id", "")} on ${name} using (true) with check (true); set local role app_user`, about: name }));
    expect(await unseen("tried at rows", lived(), holes, byTrying)).toEqual([]);
  }, 300_000);

  test("history that can be changed or removed", async () => {
    expect(await unseen("tried at history", lived(), await historyChanged(lived()), byTrying)).toEqual([]);
  }, 300_000);

  test("every condition of the question “who is at this door?” left out", async () => {
    expect(await wrongAtTheDoor(lived())).toEqual([]);
    const conditions = await conditionsOf(lived());
    expect(conditions.length).toBeGreaterThanOrEqual(12);
    const holes = conditions.map((condition, at) => ({ statement: withoutCondition(condition), about: "", name: `${at}: ${condition.text}` }));
    const missed = await unseen("in who enters", lived(), holes, wrongAtTheDoor);
    expect(holes.filter(({ statement }) => missed.includes(statement)).map(({ name }) => name)).toEqual([]);
  }, 300_000);
});
