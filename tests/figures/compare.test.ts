import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, shadeOf, shades } from "#lib/figures/compare.ts";
import { csvOf } from "#lib/figures/compare-csv.ts";
import { askedIn, isWhole } from "#lib/figures/comparison.ts";
import type { Quarter } from "#lib/figures/quarter.ts";
import { regionFigures } from "#lib/figures/region-figures.ts";
import { addressOf, indicatorCodes, RegionChoice } from "#lib/regions/choice.ts";
import indicators from "#prisma/content/indicators.json" with { type: "json" };
import regions from "#prisma/content/regions.json" with { type: "json" };
import tiles from "#prisma/content/tiles.json" with { type: "json" };

const quarters: Quarter[] = ["2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"];
const known = { regions, quarters };
const indicatorRows = indicatorCodes.map((code) => ({ code, about_people: indicators.some((one) => one.code === code && one.aboutPeople) }));
const two = { region: ["LV00C", "DEF05"] };

describe("an address", () => {
  test("without anything asks for the latest year of a usual figure, and for no region yet", () => {
    const asked = askedIn({}, known);
    expect(asked).toMatchObject({ regions: [], indicator: "visits", first: "2025-Q4", last: "2026-Q3", remarks: [] });
    expect(asked && isWhole(asked)).toBe(false);
  });

  test("may be made from a choice and read again", () => {
    const choice = RegionChoice.parse({ regions: "LV00C,SE332,DEF05", indicator: "hours", first: "2024-Q1", last: "2025-Q2" });
    const search = new URLSearchParams(addressOf(choice, "baltic"));
    expect(search.get("programme")).toBe("baltic");
    const asked = askedIn({ region: search.getAll("region"), indicator: search.get("indicator") ?? "", first: search.get("first") ?? "", last: search.get("last") ?? "" }, known);
    expect(asked).toEqual({ ...choice, quarters: quarters.slice(2, 8), remarks: [] });
  });

  test.each([
    ["a region that is nowhere", { region: ["LV00C", "DEF05", "XX999"] }, ["regionUnknown"]],
    ["one region", { region: "LV00C" }, ["tooFew"]],
    ["one region twice", { region: ["LV00C", "lv00c"] }, ["tooFew"]],
    ["seven regions", { regions: "LV00C,LV00B,LV00A,LV005,LV009,EE001,EE004" }, ["tooMany"]],
    ["a figure that is nowhere", { ...two, indicator: "salaries" }, ["indicatorUnknown"]],
    ["a quarter that is not published", { ...two, first: "1999-Q1" }, ["quarterUnknown"]],
    ["no quarter at all", { ...two, last: "'; drop table figures" }, ["quarterUnknown"]],
    ["a time turned around", { ...two, first: "2026-Q1", last: "2025-Q1" }, ["turned"]],
    ["thirteen quarters", { ...two, first: "2023-Q3", last: "2026-Q3" }, ["tooLong"]],
  ])("that names %s is answered in a sentence", (_, search, remarks) => {
    expect(askedIn(search, known)?.remarks).toEqual(remarks);
  });

  test("of any nonsense shows at most six regions that exist and twelve published quarters", () => {
    const claim = fc.oneof(fc.string(), fc.constantFrom(...regions.map(({ code }) => code), ...quarters, ...indicatorCodes), fc.array(fc.string(), { maxLength: 9 }));
    fc.assert(fc.property(fc.record({ region: claim, regions: claim, indicator: claim, first: claim, last: claim }, { requiredKeys: [] }), (search) => {
      const asked = askedIn(search, known);
      expect(asked?.regions.length).toBeLessThanOrEqual(6);
      expect(asked?.quarters.length).toBeGreaterThan(0);
      expect(asked?.quarters.length).toBeLessThanOrEqual(12);
      expect([asked?.first, asked?.last]).toEqual([asked?.quarters[0], asked?.quarters.at(-1)]);
      expect(indicatorCodes).toContain(asked?.indicator);
    }));
  });

  test("asks nothing while nothing is published", () => expect(askedIn(two, { regions, quarters: [] })).toBeUndefined());
});

describe("a comparison", () => {
  const chosen = ["LV00C", "SE332", "DEF05"].map((code) => ({ code, name: code, country: code.slice(0, 2) }));
  const figure = (regionCode: string, quarter: string, value: number | null, base: number | null = null) => ({ regionCode, quarter, value, base, withheld: value === null });
  const compared = compare(chosen, ["2026-Q2", "2026-Q3"], [figure("LV00C", "2026-Q3", 40), figure("SE332", "2026-Q2", null), figure("SE332", "2026-Q3", 90, 20), figure("EE001", "2026-Q3", 1_000)]);

  test("keeps the order of the choice, and tells a withheld figure from none at all", () => {
    expect(compared.rows.map(({ region, cells }) => [region.code, ...cells.map(({ kind }) => kind)])).toEqual([["LV00C", "no data", "value"], ["SE332", "withheld", "value"], ["DEF05", "no data", "no data"]]);
    expect(compared.most).toBe(90);
  });

  test("as a file says the same, and gives spreadsheets no formula to carry out", () => {
    const words = { about: [["Source", "=cmd()"], ["Definition", 'A "figure", counted']] as const, columns: ["Region", "Code", "Quarter", "Value", "Of", "State"] as const, states: { value: "published", withheld: "withheld", "no data": "no data" } };
    const lines = csvOf(compared, words).split("\r\n");
    expect(lines.slice(0, 2)).toEqual(["\uFEFFSource,'=cmd()", 'Definition,"A ""figure"", counted"']);
    expect(lines.slice(3)).toEqual([
      "Region,Code,Quarter,Value,Of,State", "LV00C,LV00C,2026-Q2,,,no data", "LV00C,LV00C,2026-Q3,40,,published", "SE332,SE332,2026-Q2,,,withheld",
      "SE332,SE332,2026-Q3,90,20,published", "DEF05,DEF05,2026-Q2,,,no data", "DEF05,DEF05,2026-Q3,,,no data", "",
    ]);
  });
});

test("shades follow each other without a gap, and every value has one", () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.double({ min: 0, max: 1, noNaN: true }), (most, part) => {
    const all = shades(most);
    expect(all.length).toBeLessThanOrEqual(4);
    expect(all[0]?.from).toBe(0);
    for (const [at, { from }] of all.entries()) if (at > 0) expect(from).toBe((all[at - 1]?.to ?? 0) + 1);
    const value = Math.round(most * part);
    const shade = all[shadeOf(value, all)];
    expect(shade && shade.from <= value && value <= shade.to).toBe(true);
  }));
});

test("fewer than ten visits, ideas or hours are never published, however they come together, also not those of one provider", () => {
  const figures = ["ideas", "answered_in_time", "activities", "visits", "children", "minutes", "projects_begun", "projects_running"] as const;
  const cell = fc.constantFrom(...figures).chain((figure) => fc.record({ network: fc.constant("n"), quarter: fc.constantFrom(...quarters), figure: fc.constant(figure), value: fc.nat(figure === "minutes" ? 1_200 : 20), base: fc.nat(20) }));
  const least = { ideas: ["ideas", 10], visits: ["visits", 10], children: ["children", 10], hours: ["minutes", 600] } as const;
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 3 }), (providers) => {
    for (const { indicator, value, base, withheld } of regionFigures(indicatorRows, providers)) {
      expect(withheld).toBe(value === null);
      if (value === null) continue;
      const has = (figure: string, what: "value" | "base") => providers.map((cells) => cells.filter((one) => one.figure === figure).reduce((sum, one) => sum + one[what], 0)).filter((sum) => sum > 0);
      if (indicator === "answered_in_time") {
        expect(base).toBeGreaterThanOrEqual(10);
        expect(Math.min(...has(indicator, "base"))).toBeGreaterThanOrEqual(10);
      } else if (indicator in least) {
        const [figure, enough] = least[indicator as keyof typeof least];
        expect(value).toBeGreaterThanOrEqual(10);
        expect(Math.min(...has(figure, "value"))).toBeGreaterThanOrEqual(enough);
      }
    }
  }));
});

test("every region has a tile of its own on the map", () => {
  expect(Object.keys(tiles).sort()).toEqual(regions.map(({ code }) => code).sort());
  expect(new Set(Object.values(tiles).map(String)).size).toBe(regions.length);
});
