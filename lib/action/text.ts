import { z } from "zod";

/**
 * People's words in a form: trimmed, line ends as one sign, composed letters, no NUL (PostgreSQL has no place for it).
 * `missing`, `tooLong` are keys under `fields` in the catalogue.
 */
export function text(most: number, { missing, tooLong = "tooLong", least = 1 }: { missing: string; tooLong?: string; least?: number }) {
  return z
    .string({ error: missing })
    .refine((typed) => !typed.includes("\u0000"), "strangeSign")
    .overwrite((typed) => typed.replace(/\r\n?/g, "\n").normalize("NFC").trim())
    .refine((typed) => least === 0 || /[\p{L}\p{N}\p{P}\p{S}]/u.test(typed), missing) // signs that nobody sees say nothing
    .min(least, missing)
    .max(most, tooLong);
}

// A letter of ours that begins with a name must not lead anywhere: mail programs make links of these.
const leadsAway = /@|:\/\/|www\.|\.\p{L}{2,}\//iu;

/** What somebody or a house is called, as letters quote it: one line, and no address. */
export function plainName(most: number, { missing }: { missing: string }) {
  return text(most, { missing }).overwrite((typed) => typed.replace(/\s+/g, " ")).refine((typed) => !leadsAway.test(typed), "nameOnly");
}

/** The same as text, and may stay empty. */
export function optionalText(most: number, tooLong = "tooLong") {
  return text(most, { missing: "strangeSign", tooLong, least: 0 }).default("");
}

/** A whole number in words people type: "12". */
export function count(least: number, most: number, wrong: string) {
  return z.string({ error: wrong }).trim().regex(/^\d{1,6}$/, wrong).transform(Number).refine((number) => number >= least && number <= most, wrong);
}
