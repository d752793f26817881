/** The three guards, tried from every side: the database's own catalogue, every table, every deed. */
import { globSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deeds } from "#lib/action/action.ts";
import { seed } from "#prisma/seed.ts";
import { holesElsewhere, holesInKeys, holesInPolicy, holesInTable } from "#tests/isolation/breakages.ts";
import { faults, tenantTables } from "#tests/isolation/catalogue.ts";
import { callers } from "#tests/isolation/callers.ts";
import { everyDeed, plainly, surprisesOf } from "#tests/isolation/deeds.ts";
import { forms } from "#tests/isolation/forms.ts";
import { setUp, surprises, type Stand } from "#tests/isolation/matrix.ts";
import { pages, surprisesOn } from "#tests/isolation/pages.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { dithmarschen, inTheWorld, vidzeme } from "#tests/support/people.ts";

const world = inTheWorld();
const exported = await everyDeed();

describe("every table", () => {
  test("has its place in every key, one policy that asks for it, and no right too many", async () => {
    expect(await faults(world.owner)).toEqual([]);
  });

  test("shows, takes and gives rows to its own place and to no other, whatever is tried", async () => {
    const stands = await furnish(world.owner);
    const product = await connected(world.addresses.appUrl);
    await product.query("begin");
    expect(await surprises(product, stands)).toEqual([]);
    expect(stands.map(({ name }) => name)).toContain("ideas");
  });

  test("that belongs to nobody can be read and not written", async () => {
    const product = await connected(world.addresses.appUrl);
    for (const table of ["regions", "programmes", "providers", "demo_mark"]) {
      expect((await product.query(`select from ${table}`)).rowCount).toBeGreaterThan(0);
      await expect(product.query(`delete from ${table}`)).rejects.toThrow("permission denied");
    }
  });
});

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

describe("every deed", () => {
  test("that the internet can reach was made by action()", () => {
    const made = new Set<unknown>([...deeds.values()].map(({ deed }) => deed));
    expect([...exported].filter(([, deed]) => !made.has(deed)).map(([place]) => place)).toEqual([]);
    expect(exported.size).toBe(deeds.size);
  });

  test("has its form in the matrix", () => {
    expect(Object.keys(forms).sort()).toEqual([...deeds.keys()].sort());
  });

  describe.each([...deeds.keys()])("“%s”", (ability) => {
    test.each(callers)("does for $who what is theirs to do, with whatever id", async (caller) => {
      const { may, answer, wrote } = await plainly(world, ability, caller);
      expect(answer !== "not found").toBe(may);
      expect(may ? [] : wrote).toEqual([]);
      expect(await surprisesOf(world, ability, caller)).toEqual([]);
    });
  });
});

describe("every page", () => {
  test("that can be asked for something by name is in the matrix", () => {
    const folders = globSync("app/[[]locale]/at/[[]provider]/**/page.tsx").map((file) => file.slice("app/[locale]/at/[provider]/".length, -"/page.tsx".length));
    expect(Object.keys(pages).sort()).toEqual(folders.filter((folder) => folder.includes("[")).sort());
  });

  describe.each(Object.keys(pages))("%s", (folder) => {
    test.each(callers)("shows $who what is theirs to see, by whatever name", async (caller) => {
      expect(await surprisesOn(world, folder, caller)).toEqual([]);
    });
  });
});

async function furnish(owner: pg.Client): Promise<Stand[]> {
  const programmes: [string, string] = [crypto.randomUUID(), crypto.randomUUID()];
  await owner.query("insert into programmes (id, slug, name) values ($1, 'north', 'North'), ($2, 'south', 'South')", programmes);
  return setUp(owner, { provider_id: [vidzeme.id, dithmarschen.id], programme_id: programmes });
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {}); // the database goes when the tests are done
  await client.connect();
  return client;
}
