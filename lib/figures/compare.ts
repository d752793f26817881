import type { Quarter } from "./quarter.ts";

export type Region = { code: string; name: string; country: string };
export type PublishedFigure = { quarter: string; regionCode: string; value: number | null; base: number | null; withheld: boolean };

/** What stands in one place of the table. */
export type Shown = { kind: "value"; value: number; base: number | null } | { kind: "withheld" } | { kind: "no data" };
export type Compared = { region: Region; cells: Shown[] };
export type Comparison = { quarters: Quarter[]; rows: Compared[]; /** The largest value of all: one scale for everybody. */ most: number };

/** Puts regions beside each other quarter by quarter, in the order in which they were chosen: nobody is first or last. */
export function compare(regions: readonly Region[], quarters: readonly Quarter[], figures: readonly PublishedFigure[]): Comparison {
  const at = new Map(figures.map((figure) => [`${figure.regionCode} ${figure.quarter}`, figure]));
  const rows = regions.map((region) => ({ region, cells: quarters.map((quarter) => shown(at.get(`${region.code} ${quarter}`))) }));
  const values = rows.flatMap(({ cells }) => cells.map((cell) => (cell.kind === "value" ? cell.value : 0)));
  return { quarters: [...quarters], rows, most: Math.max(0, ...values) };
}

/** A published figure, or that there is none: in that quarter nobody of the region shared. */
export function shown(figure: PublishedFigure | undefined): Shown {
  if (!figure) return { kind: "no data" };
  return figure.withheld || figure.value === null ? { kind: "withheld" } : { kind: "value", value: figure.value, base: figure.base };
}

export type Shade = { from: number; to: number };

/** Up to four shades for values from nothing to the largest, with round borders that follow each other without a gap. */
export function shades(most: number): Shade[] {
  const wide = roundUp(Math.max(1, (most + 1) / 4));
  const all = [0, 1, 2, 3].map((at) => ({ from: at * wide, to: (at + 1) * wide - 1 }));
  return all.filter(({ from }) => from <= most);
}

/** A percentage goes to a hundred, however large the largest is. */
export const percentShades: readonly Shade[] = [{ from: 0, to: 24 }, { from: 25, to: 49 }, { from: 50, to: 74 }, { from: 75, to: 100 }];

/** Which shade a value has. */
export const shadeOf = (value: number, all: readonly Shade[]) => all.findIndex(({ to }) => value <= to);

// 1, 2, 3, 4, 5, 6, 8 and 10 times a power of ten.
function roundUp(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  return ([1, 2, 3, 4, 5, 6, 8].find((times) => times * power >= number) ?? 10) * power;
}
