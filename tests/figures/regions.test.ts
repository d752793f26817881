import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "#app/[locale]/regions/figures.csv/route.ts";
import RegionsPage from "#app/[locale]/regions/page.tsx";
import { regionsAsked } from "#lib/figures/queries.ts";
import { releaseQuarters } from "#lib/figures/release.ts";
import { as, dithmarschen, inTheWorld, vidzeme, visitor } from "#tests/support/people.ts";
import { countingStatements } from "#tests/support/statements.ts";
import { oldRows, quarter } from "./release-rows.ts";

const world = inTheWorld();
const { none, visits } = oldRows(world);
const address = `region=LV00C&region=DEF05&region=SE332&indicator=visits&first=${quarter}&last=2021-Q3`;
const search = { region: ["LV00C", "DEF05", "SE332"], indicator: "visits", first: quarter, last: "2021-Q3" };

beforeAll(async () => {
  await none();
  await visits(vidzeme, 31);
  await visits(dithmarschen, 4);
  await visits(dithmarschen, 17, { on: "2021-09-30" });
  await releaseQuarters(world.owner, { now: new Date("2021-12-01"), since: quarter });
});

test("anybody compares regions: what is published, what is withheld, and where there is nothing", async () => {
  const { comparison } = await regionsAsked(search);
  expect(comparison?.rows.map(({ region, cells }) => [region.name, ...cells.map((cell) => (cell.kind === "value" ? cell.value : cell.kind))])).toEqual([
    ["Vidzeme", 31, "withheld"], ["Dithmarschen", "withheld", 17], ["Norrbotten", "no data", "no data"],
  ]);
});

test("the map has every region of the last quarter, and no other", async () => {
  const { map } = await regionsAsked({ ...search, region: [] });
  expect(map.map(({ regionCode, value }) => [regionCode, value]).sort()).toEqual([["DEF05", 17], ["LV00C", null]]);
});

describe("the page", () => {
  const page = (asked: object) => RegionsPage({ params: Promise.resolve({ locale: "en" }), searchParams: Promise.resolve(asked) } as never);

  test("takes at most 6 statements, also for somebody who works in a programme", async () => {
    const signe = await as("signe");
    expect(await countingStatements(() => signe.sees(() => page({ ...search, programme: "baltic-partnership" })))).toBeLessThanOrEqual(6);
  });

  test("lets those keep a comparison who work in the programme, and shows everybody else the same without it", async () => {
    const [theirs, maris] = await Promise.all(["signe", "maris"].map(as));
    const asked = { ...search, programme: "baltic-partnership" };
    const drawn = async (person: typeof theirs) => JSON.stringify(await person?.sees(() => page(asked)));
    expect(await drawn(theirs)).toContain("Back to");
    expect(await drawn(maris)).not.toContain("Back to");
    expect(await drawn(maris)).toContain("Vidzeme");
    expect(JSON.stringify(await visitor().sees(() => page({ ...asked, programme: ["a", "b"] })))).not.toContain("Back to");
  });

  test("teaches how to begin, and answers nonsense in a sentence", async () => {
    expect(JSON.stringify(await visitor().sees(() => page({})))).toContain("Choose regions to put them beside each other");
    expect(JSON.stringify(await visitor().sees(() => page({ region: ["LV00C", "\u0000"], indicator: "x" })))).toContain("names a region that we do not know");
  });
});

describe("the file", () => {
  const file = (asked: string) => visitor().sees(() => GET(new Request(`http://localhost:3000/en/regions/figures.csv?${asked}`))) as Promise<Response>;

  test("says exactly what the table says", async () => {
    const answer = await file(address);
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]); // or a spreadsheet takes ā for two letters
    const lines = bytes.subarray(3).toString().split("\r\n");
    const table = lines.slice(lines.indexOf("Region,Code,Quarter,Value,Of,State") + 1).filter(Boolean).map((line) => line.split(","));
    const { comparison } = await regionsAsked(search);
    const shown = comparison?.rows.flatMap(({ region, cells }) => cells.map((cell, at) => [region.name, region.code, comparison.quarters[at], cell.kind === "value" ? String(cell.value) : "", "", cell.kind === "value" ? "published" : cell.kind]));
    expect(table).toEqual(shown);
    expect(lines[0]).toMatch(/^Demo,/);
    for (const name of ["Source", "Definition", "Regions", "Made on"]) expect(lines.some((line) => line.startsWith(`${name},`))).toBe(true);
  });

  test("of an address without a table leads to the page", async () => {
    for (const asked of ["", "region=LV00C", "region=LV00C&region=%00"]) {
      const answer = await file(asked);
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/en/regions${asked && `?${asked}`}`]);
    }
  });
});

