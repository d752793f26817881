import { z } from "zod";
import { count, text } from "#lib/action/text.ts";

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

/** Languages a network may write in: the partners' own and those of many who live there. */
export const networkLanguages = ["da", "de", "en", "et", "fi", "lt", "lv", "pl", "ru", "sv", "uk"] as const;
// Not `language`: in every form that is the page's own.
const speaks = z.enum(networkLanguages, { error: "networkLanguageMissing" });

/** What is on a network's card. */
export const NetworkCard = z.object({
  name: text(80, { missing: "networkNameMissing" }),
  place: text(80, { missing: "placeMissing" }),
  focusGroup: z.enum(focusGroups, { error: "focusGroupMissing" }),
  contact: z.uuid({ error: "networkContactMissing" }),
  speaks,
});
export type NetworkCard = z.infer<typeof NetworkCard>;

/** What a network says of itself, in one language. */
export const NetworkWords = z.object({
  welcome: text(2_000, { missing: "welcomeMissing" }),
  houseRules: text(2_000, { missing: "houseRulesMissing" }),
  whoSees: text(2_000, { missing: "whoSeesMissing" }),
});
export type NetworkWords = z.infer<typeof NetworkWords>;

const network = z.uuid({ error: "strange" });
const id = z.uuid({ error: "strange" });
export const NewNetwork = z.object({ ...NetworkCard.shape, ...NetworkWords.shape, id });
export const ChangedNetwork = z.object({ ...NetworkCard.shape, network, version: count(1, 100_000, "strange") });
/** Version 0: there is no text in this language yet. */
export const WrittenTexts = z.object({ ...NetworkWords.shape, network, speaks, translated: z.literal("yes", { error: "strange" }).optional(), version: count(0, 100_000, "strange") });
/** `replaces`: the code that the form showed; empty where there was none. */
export const ReplacedCode = z.object({ network, id, replaces: z.union([z.literal(""), z.string().regex(codeLetters)], { error: "strange" }).default("") });

/** The texts in the reader's language, or else in the network's first one. */
export function textsFor<Texts extends { language: string }>(texts: Texts[], language: string, first: string): Texts | undefined {
  return texts.find((text) => text.language === language) ?? texts.find((text) => text.language === first) ?? texts[0];
}
