import type { IndicatorCode } from "#lib/regions/choice.ts";
import type { Cell, Figure } from "./reckoning.ts";

export type Indicator = { code: IndicatorCode; about_people: boolean };
export type RegionFigure = { indicator: IndicatorCode; value: number | null; base: number | null; withheld: boolean };

/** Fewer visits, ideas or hours than this are withheld: in a village of three families they are recognisable. */
export const fewest = 10;

// Minutes are added up first and become hours at the very end.
const figureOf: Record<IndicatorCode, Figure> = {
  ideas: "ideas", answered_in_time: "answered_in_time", projects_running: "projects_running", projects_begun: "projects_begun",
  activities: "activities", visits: "visits", children: "children", hours: "minutes",
};

/**
 * A region's figures of one quarter from the counts of each provider. What is withheld is so too where a single provider has that few:
 * its neighbour could take away its own. A percentage of nothing is withheld: there is nothing to say.
 */
export function regionFigures(indicators: readonly Indicator[], providers: readonly (readonly Cell[])[]): RegionFigure[] {
  return indicators.map(({ code, about_people: aboutPeople }) => {
    const parts = providers.map((cells) => countOf(figureOf[code], cells));
    const [value, base] = [sum(parts.map((part) => part.value)), sum(parts.map((part) => part.base))];
    if (code === "answered_in_time") return isFew(parts.map((part) => part.base), fewest) ? withheld(code) : { indicator: code, value: Math.round((100 * value) / base), base, withheld: false };
    if (aboutPeople && isFew(parts.map((part) => part.value), code === "hours" ? fewest * 60 : fewest)) return withheld(code);
    return { indicator: code, value: code === "hours" ? Math.round(value / 60) : value, base: null, withheld: false };
  });
}

// Of all networks of one provider.
function countOf(figure: Figure, cells: readonly Cell[]): { value: number; base: number } {
  const counted = cells.filter((cell) => cell.figure === figure);
  return { value: sum(counted.map(({ value }) => value)), base: sum(counted.map(({ base = 0 }) => base)) };
}

// Together, or at one provider; a provider with nothing gives nothing away.
const isFew = (parts: number[], least: number) => sum(parts) < least || parts.some((part) => part > 0 && part < least);
const withheld = (indicator: IndicatorCode): RegionFigure => ({ indicator, value: null, base: null, withheld: true });
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
