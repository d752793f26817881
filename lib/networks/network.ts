import { z } from "zod";

/** The groups of people a network works with; the words stand under `focusGroups` in the catalogue. */
export const focusGroups = [
  "single parents", "older people", "migrants and refugees", "long-term unemployed", "people with disabilities", "people with mental ill-health",
  "young people outside work and school", "families at risk", "people leaving prison or rehabilitation", "carers",
] as const;
export type FocusGroup = (typeof focusGroups)[number];

// Crockford's letters: no I, L, O, U, so that a code read from a poster or heard on the phone has one spelling.
const codeLetters = /^[0-9A-HJKMNP-TV-Z]{6}$/;

/** The short code of a network's poster, however it was typed: `k7m 4px`, `K7M-4PX`, an O for a zero. */
export const TypedCode = z.object({
  code: z
    .string({ error: "codeMissing" })
    .max(40, "codeWrong")
    .overwrite((typed) => typed.toUpperCase().replace(/[\s.-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1"))
    .min(1, "codeMissing")
    .regex(codeLetters, "codeWrong"),
});

/** A code as it is printed: `K7M-4PX`. */
export function printedCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** The texts in the reader's language, or else in the network's first one. */
export function textsFor<Texts extends { language: string }>(texts: Texts[], language: string, first: string): Texts | undefined {
  return texts.find((text) => text.language === language) ?? texts.find((text) => text.language === first) ?? texts[0];
}
