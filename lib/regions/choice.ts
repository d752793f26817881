import { z } from "zod";

/** What is published of a region, in the order in which it is offered. */
export const indicatorCodes = ["ideas", "answered_in_time", "projects_running", "projects_begun", "activities", "visits", "children", "hours"] as const;
export type IndicatorCode = (typeof indicatorCodes)[number];

/** The division of Europe by which regions are named. */
export const nutsVersion = "2024";

export const fewestRegions = 2;
export const mostRegions = 6;
export const mostQuarters = 12;

const regionShape = /^[A-Z]{2}[0-9A-Z]{3}$/;
const quarterShape = /^\d{4}-Q[1-4]$/;

/** What somebody compares, as a form says it: `regions` are codes parted by commas, `first` and `last` are quarters. */
export const RegionChoice = z.object({
  regions: z.string({ error: "regionsWrong" }).transform((codes) => codes.split(",")).refine(areRegions, "regionsWrong"),
  indicator: z.enum(indicatorCodes, { error: "indicatorMissing" }),
  first: z.string({ error: "quarterMissing" }).regex(quarterShape, "quarterMissing"),
  last: z.string({ error: "quarterMissing" }).regex(quarterShape, "quarterMissing"),
});
export type RegionChoice = z.output<typeof RegionChoice>;

/** The question as the end of an address, like `?region=LV00C&region=DEF05&indicator=ideas&first=…`: behind /regions and behind its table. */
export function addressOf({ regions, indicator, first, last }: RegionChoice, programme?: string): string {
  const asked = new URLSearchParams([...regions.map((code) => ["region", code]), ["indicator", indicator], ["first", first], ["last", last]]);
  if (programme) asked.set("programme", programme);
  return `?${asked}`;
}

/** What cannot be a region's code is not asked of the database. */
export const isRegionCode = (claim: string) => regionShape.test(claim);

function areRegions(codes: string[]): boolean {
  return codes.length >= fewestRegions && codes.length <= mostRegions && new Set(codes).size === codes.length && codes.every(isRegionCode);
}
