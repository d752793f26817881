/** The first guard, tried from every side: the database's own catalogue, every table; and that no deed or page is left out of the matrices in isolation/. */
import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { deeds } from "#lib/action/action.ts";
import { faults } from "#tests/isolation/catalogue.ts";
import { everyDeed } from "#tests/isolation/deeds.ts";
import { forms } from "#tests/isolation/forms.ts";
import { surprises } from "#tests/isolation/matrix.ts";
import { pages } from "#tests/isolation/pages.ts";
import { connected, furnish } from "#tests/isolation/stands.ts";
import { inTheWorld } from "#tests/support/people.ts";

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
  }, 120_000);

  test("that belongs to nobody can be read and not written", async () => {
    const product = await connected(world.addresses.appUrl);
    for (const table of ["regions", "programmes", "providers", "demo_mark"]) {
      expect((await product.query(`select from ${table}`)).rowCount).toBeGreaterThan(0);
      await expect(product.query(`delete from ${table}`)).rejects.toThrow("permission denied");
    }
  });
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
});

describe("every page", () => {
  test("that can be asked for something by name is in the matrix", () => {
    const folders = globSync("app/[[]locale]/at/[[]provider]/**/page.tsx").map((file) => file.slice("app/[locale]/at/[provider]/".length, -"/page.tsx".length));
    expect(Object.keys(pages).sort()).toEqual(folders.filter((folder) => folder.includes("[")).sort());
  });
});
