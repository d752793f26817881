const aDay = 86_400_000;

// Making a formatter costs more than all else here: one is kept for each zone.
const formatters = new Map<string, Intl.DateTimeFormat>();

/** A calendar day where somebody lives: `2026-11-23`. Days sort as texts. */
export function dayIn(moment: Date, timeZone: string): string {
  const known = formatters.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  formatters.set(timeZone, known);
  return known.format(moment);
}

/** A day as it lies in the database and comes from there. */
export function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Whole days from one to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / aDay);
}

/** What somebody typed as a day: from a date field, or by hand as `23.11.2026`. Null where there is no such day, or none that a diary tells of. */
export function typedDay(typed: string): string | null {
  const byHand = /^(\d{1,2})[./](\d{1,2})[./](\d{4})\.?$/.exec(typed);
  const day = byHand ? `${byHand[3]}-${byHand[2]?.padStart(2, "0")}-${byHand[1]?.padStart(2, "0")}` : typed;
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(day)) return null;
  const date = dateOf(day);
  return !Number.isNaN(date.getTime()) && dayOf(date) === day ? day : null;
}
