import type { IndicatorCode } from "#lib/regions/choice.ts";
import type { Cell, Figure } from "./reckoning.ts";

export type Indicator = { code: IndicatorCode; about_people: boolean };
export type RegionFigure = { indicator: IndicatorCode; value: number | null; base: number | null; withheld: boolean };

/** What speaks of fewer people than this is withheld: in a village of three families they are recognisable. */
export const fewestPeople = 10;

// Minutes are added up first and become hours at the very end.
const figureOf: Record<IndicatorCode, Figure> = {
  ideas: "ideas", answered_in_time: "answered_in_time", projects_running: "projects_running", projects_begun: "projects_begun",
  activities: "activities", visits: "visits", children: "children", hours: "minutes",
};

/** A region's figures of one quarter from the counts of all its networks. A percentage of nothing is withheld too: there is nothing to say. */
export function regionFigures(indicators: readonly Indicator[], cells: readonly Cell[]): RegionFigure[] {
  return indicators.map(({ code, about_people: aboutPeople }) => {
    const counted = cells.filter(({ figure }) => figure === figureOf[code]);
    const value = sum(counted.map((cell) => cell.value));
    if (code === "answered_in_time") return percentage(code, value, sum(counted.map(({ base = 0 }) => base)));
    if (aboutPeople && value < fewestPeople) return withheld(code);
    return { indicator: code, value: code === "hours" ? Math.round(value / 60) : value, base: null, withheld: false };
  });
}

function percentage(indicator: IndicatorCode, part: number, base: number): RegionFigure {
  if (base < fewestPeople) return withheld(indicator);
  return { indicator, value: Math.round((100 * part) / base), base, withheld: false };
}

const withheld = (indicator: IndicatorCode): RegionFigure => ({ indicator, value: null, base: null, withheld: true });
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
