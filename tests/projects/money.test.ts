import fc from "fast-check";
import { expect, test } from "vitest";
import { minorUnits, mostMoney, typedAmount } from "#lib/projects/money.ts";

test.each([
  ["640", 64_000], ["640,50", 64_050], ["640.50", 64_050], ["640,5", 64_050], [" 640 ", 64_000], ["0", 0], ["0,05", 5],
  ["1200", 120_000], ["1 200", 120_000], ["1\u00a0200,50", 120_050], ["1.200", 120_000], ["1,200", 120_000], ["1.200,50", 120_050], ["1,200.50", 120_050], ["1'200.50", 120_050], ["1.000.000", mostMoney],
])("“%s” is %i in the smallest unit", (typed, minor) => expect(minorUnits(typed)).toBe(minor));

test.each(["", "-5", "about 600", "640 EUR", "€640", "640,5050", "6,4,0", "1.20.000", "1,200,50", "12 00", ".50", "0.500", "1e3", "٦٤٠", "6 40"])("“%s” is no amount", (typed) => expect(minorUnits(typed)).toBeNull());

test("every amount that can be kept reads back as it was typed", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: mostMoney }), (minor) => minorUnits(typedAmount(minor)) === minor));
});
