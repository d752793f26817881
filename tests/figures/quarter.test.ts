import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfter, firstDay, lastDay, longQuarter, mostQuarters, partsOf, quarterIn, quarterOf, quartersBetween, shifted, type Quarter } from "#lib/figures/quarter.ts";

describe("the quarter of a moment", () => {
  test("is the place's own: half past eleven on the last evening of June is still the second in Riga, and at midnight only there the third", () => {
    const evening = new Date("2026-06-30T20:30:00Z"); // 23:30 in Riga
    expect(quarterOf(evening, "Europe/Riga")).toBe("2026-Q2");
    expect(quarterOf(new Date("2026-06-30T20:59:59.999Z"), "Europe/Riga")).toBe("2026-Q2");
    expect(quarterOf(new Date("2026-06-30T21:00:00Z"), "Europe/Riga")).toBe("2026-Q3");
    expect(quarterOf(new Date("2026-06-30T21:00:00Z"), "Europe/Berlin")).toBe("2026-Q2");
  });

  test("turns with the year", () => {
    expect(quarterOf(new Date("2026-12-31T22:30:00Z"), "Europe/Berlin")).toBe("2026-Q4");
    expect(quarterOf(new Date("2026-12-31T22:30:00Z"), "Europe/Riga")).toBe("2027-Q1");
  });
});

describe("what an address says", () => {
  test.each(["", "2026", "2026-Q5", "2026-q1", "1999-Q4", "2026-Q1 ", "2026-Q10", "12026-Q1", ["2026-Q1"], null, undefined, 7])("%j is no quarter", (claim) => expect(quarterIn(claim)).toBeUndefined());
  test("2026-Q3 is one", () => expect(quarterIn("2026-Q3")).toBe("2026-Q3"));
});

describe("its days", () => {
  test.each([["2026-Q1", "2026-01-01", "2026-03-31", "2026-04-01"], ["2024-Q1", "2024-01-01", "2024-03-31", "2024-04-01"], ["2026-Q4", "2026-10-01", "2026-12-31", "2027-01-01"]] as const)("%s", (quarter, first, last, after) => {
    expect([firstDay(quarter), lastDay(quarter), dayAfter(quarter)]).toEqual([first, last, after]);
  });

  test("are its months by name in the reader's language", () => {
    expect(longQuarter("en", "2026-Q3")).toMatch(/^July\s?–\s?September 2026$/u);
    expect(longQuarter("de", "2026-Q3")).toMatch(/^Juli\s?–\s?September 2026$/u);
    expect(longQuarter("lv", "2026-Q3")).toMatch(/jūlijs.*septembris/u);
  });
});

describe("from one to another", () => {
  const some = fc.record({ year: fc.integer({ min: 2001, max: 2098 }), number: fc.constantFrom(1, 2, 3, 4) }).map(({ year, number }) => `${year}-Q${number}` as Quarter);

  test("there and back is the same, and text sorts as time does", () =>
    fc.assert(fc.property(some, fc.integer({ min: 1, max: 40 }), (quarter, by) => {
      expect(shifted(shifted(quarter, by), -by)).toBe(quarter);
      expect(quarter < shifted(quarter, by)).toBe(true);
      expect(quarterOf(new Date(`${lastDay(quarter)}T12:00:00Z`), "Europe/Riga")).toBe(quarter);
      expect(partsOf(quarter)).toEqual({ year: quarter.slice(0, 4), number: quarter.slice(-1) });
    })));

  test("a range has every quarter once, at most twelve, the latest; backwards it has none", () =>
    fc.assert(fc.property(some, fc.integer({ min: -5, max: 30 }), (last, back) => {
      const range = quartersBetween(shifted(last, -back), last);
      expect(range).toHaveLength(Math.max(0, Math.min(mostQuarters, back + 1)));
      expect(range.toReversed()).toEqual(range.map((_, at) => shifted(last, -at)));
    })));
});
