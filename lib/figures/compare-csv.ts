import type { Comparison, Shown } from "./compare.ts";

type Words = {
  /** What a reader of the file must know, such as source, definition and the day: each a name and its text. */
  about: readonly (readonly [string, string])[];
  columns: readonly [region: string, code: string, quarter: string, value: string, base: string, state: string];
  states: Record<Shown["kind"], string>;
};

/** Exactly what the table shows, a line for each region and quarter; numbers are plain, so that every program reads them. */
export function csvOf({ quarters, rows }: Comparison, { about, columns, states }: Words): string {
  const lines = rows.flatMap(({ region, cells }) => cells.map((cell, at) => {
    const [value, base] = cell.kind === "value" ? [String(cell.value), String(cell.base ?? "")] : ["", ""];
    return [region.name, region.code, quarters[at] ?? "", value, base, states[cell.kind]];
  }));
  // The sign at the beginning tells spreadsheets that these are letters of all languages.
  return `\uFEFF${[...about, [], columns, ...lines].map((line) => line.map(field).join(",")).join("\r\n")}\r\n`;
}

// A field that a spreadsheet would take for a formula begins with an apostrophe instead.
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
