/** The currencies of the partners' countries. */
export const currencies = ["EUR", "DKK", "PLN", "SEK"] as const;
/** A million, in the smallest unit. */
export const mostMoney = 100_000_000;

// Whole units, perhaps in groups of three (1 200, 1.200, 1,200), then perhaps a sign and one or two digits: 640,5 and 640.50.
const whole = /^(?<units>\d{1,9})(?:[.,](?<rest>\d{1,2}))?$/;
const grouped = /^(?<units>[1-9]\d{0,2}(?<sign>[.,' \u00a0\u202f’])\d{3}(?:\k<sign>\d{3})*)(?:(?!\k<sign>)[.,](?<rest>\d{1,2}))?$/;

/** What somebody typed as an amount, in the smallest unit; null where it is none. */
export function minorUnits(typed: string): number | null {
  const found = (whole.exec(typed.trim()) ?? grouped.exec(typed.trim()))?.groups;
  if (!found) return null;
  return Number((found.units ?? "").replace(/\D/g, "")) * 100 + Number((found.rest ?? "").padEnd(2, "0"));
}

/** An amount as it is typed: `640` or `640.50`. */
export function typedAmount(minor: number): string {
  return minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2);
}
