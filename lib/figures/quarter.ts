import { contentLanguage } from "#lib/language/languages.ts";

/** Three months of a calendar, written as people read it: `2026-Q3`. Written so, quarters sort and compare as text. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** More than three years on one page is a report and no picture. */
export const mostQuarters = 12;

/** The quarter of a moment, by a place's own calendar. */
export function quarterOf(moment: Date, timeZone: string): Quarter {
  const parts = kept(timeZone, () => new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "numeric" })).formatToParts(moment);
  const number = (type: "year" | "month") => Number(parts.find((part) => part.type === type)?.value);
  return counted(number("year") * 4 + Math.floor((number("month") - 1) / 3));
}

/** The quarter that an address or a form names; nothing for what cannot be one. */
export function quarterIn(claim: unknown): Quarter | undefined {
  return typeof claim === "string" && /^20\d\d-Q[1-4]$/.test(claim) ? (claim as Quarter) : undefined;
}

/** So many quarters later; earlier with a negative number. */
export function shifted(quarter: Quarter, by: number): Quarter {
  return counted(count(quarter) + by);
}

/** All quarters from the first to the last, both included; of more than twelve the latest, and none when the first lies behind the last. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const length = Math.max(0, Math.min(mostQuarters, count(last) - count(first) + 1));
  return Array.from({ length }, (_, at) => shifted(last, at - length + 1));
}

/** `2026-07-01`. */
export function firstDay(quarter: Quarter): string {
  const { year, number } = partsOf(quarter);
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`;
}

/** `2026-09-30`. */
export function lastDay(quarter: Quarter): string {
  return new Date(Date.parse(dayAfter(quarter)) - 86_400_000).toISOString().slice(0, 10);
}

/** The first day that is no longer in it: `2026-10-01`. */
export function dayAfter(quarter: Quarter): string {
  return firstDay(shifted(quarter, 1));
}

/** What a catalogue's sentence says it with: year and number as text, so that no year gets a thousands sign. */
export function partsOf(quarter: Quarter): { year: string; number: string } {
  return { year: quarter.slice(0, 4), number: quarter.slice(6) };
}

/** `July – September 2026`; up to another quarter `July 2025 – September 2026`. */
export function longQuarter(locale: string, quarter: Quarter, last = quarter): string {
  const language = contentLanguage(locale);
  const months = kept(language, () => new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { month: "long", year: "numeric", timeZone: "UTC" }));
  return months.formatRange(new Date(firstDay(quarter)), new Date(lastDay(last)));
}

// Making a formatter costs far more than all else here: one is kept for each zone, and one for each language.
const formatters = new Map<string, Intl.DateTimeFormat>();

function kept(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formatters.get(key) ?? make();
  formatters.set(key, known);
  return known;
}

function count(quarter: Quarter): number {
  const { year, number } = partsOf(quarter);
  return Number(year) * 4 + Number(number) - 1;
}

function counted(quarters: number): Quarter {
  return `${Math.floor(quarters / 4)}-Q${((quarters % 4) + 1) as 1 | 2 | 3 | 4}`;
}
