import { fewestRegions, indicatorCodes, mostRegions, type IndicatorCode, type RegionChoice } from "#lib/regions/choice.ts";
import { quarterIn, quartersBetween, shifted, type Quarter } from "./quarter.ts";

/** What an address asked that cannot be shown as it was asked: each has its sentence under `regionRemarks`. */
export type Remark = "regionUnknown" | "tooFew" | "tooMany" | "indicatorUnknown" | "quarterUnknown" | "turned" | "tooLong";

/** A comparison as it will be shown. With fewer than two regions there is a map and nothing to compare yet. */
export type Asked = Omit<RegionChoice, "first" | "last"> & { first: Quarter; last: Quarter; quarters: Quarter[]; remarks: Remark[] };

type Search = Record<string, string | string[] | undefined>;
type Known = { regions: readonly { code: string }[]; quarters: readonly Quarter[] };

const usually: IndicatorCode = "visits";
const usualQuarters = 4;

/** Reads an address. What it does not understand is left out, and said; with nothing published yet there is nothing to ask. */
export function askedIn(search: Search, known: Known): Asked | undefined {
  const [regions, indicator, period] = [regionsIn(search, known), indicatorIn(search.indicator), periodIn(search, known.quarters)];
  if (!period) return undefined;
  return { regions: regions.codes, indicator: indicator.code, ...period, remarks: [...regions.remarks, ...indicator.remarks, ...period.remarks] };
}

/** Are there enough regions to be beside each other? */
export const isWhole = (asked: Asked) => asked.regions.length >= fewestRegions;

function regionsIn(search: Search, known: Known): { codes: string[]; remarks: Remark[] } {
  const claims = [search.region, search.regions].flat().flatMap((claim) => (claim ?? "").split(",")).map((claim) => claim.trim().toUpperCase()).filter(Boolean);
  const there = new Set(known.regions.map(({ code }) => code));
  const codes = [...new Set(claims)].filter((code) => there.has(code));
  const remarks: Remark[] = [];
  if (claims.some((code) => !there.has(code))) remarks.push("regionUnknown");
  if (codes.length > mostRegions) remarks.push("tooMany");
  if (codes.length > 0 && codes.length < fewestRegions) remarks.push("tooFew");
  return { codes: codes.slice(0, mostRegions), remarks };
}

function indicatorIn(claim: Search[string]): { code: IndicatorCode; remarks: Remark[] } {
  const code = indicatorCodes.find((one) => one === claim);
  return { code: code ?? usually, remarks: code === undefined && claim ? ["indicatorUnknown"] : [] };
}

type Period = Pick<Asked, "first" | "last" | "quarters" | "remarks">;

/** From and to, among the published quarters: usually the latest year. */
function periodIn(search: Search, released: readonly Quarter[]): Period | undefined {
  const latest = released.at(-1);
  if (!latest) return undefined;
  const published = (claim: Search[string]) => released.find((quarter) => quarter === quarterIn(claim));
  const [from, to] = [published(search.first), published(search.last)];
  const remarks: Remark[] = (search.first && !from) || (search.last && !to) ? ["quarterUnknown"] : [];
  if (from && to && from > to) remarks.push("turned");
  const [first, last] = from && to && from > to ? [to, from] : [from, to ?? latest];
  const shown = within(released, first ?? shifted(last, 1 - usualQuarters), last);
  if (first && released.filter((quarter) => quarter >= first && quarter <= last).length > shown.length) remarks.push("tooLong");
  return { first: shown[0] ?? last, last, quarters: shown, remarks };
}

// Of more than twelve the latest.
function within(released: readonly Quarter[], first: Quarter, last: Quarter): Quarter[] {
  const wanted = new Set<string>(quartersBetween(first, last));
  return released.filter((quarter) => wanted.has(quarter));
}
