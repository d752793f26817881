import { z } from "zod";
import { count, text } from "#lib/action/text.ts";

/** End-user groups: the people who act together in a network. A name and about how many; no list of people. */
export const GroupWords = z.object({
  name: text(80, { missing: "groupNameMissing" }),
  // Not `language`: in every form that is the page's own.
  speaks: z.string({ error: "languageMissing" }).regex(/^[a-z]{2,3}$/, "languageMissing"),
  aboutSize: count(2, 500, "aboutSizeWrong"),
  contact: z.uuid({ error: "contactMissing" }),
});

export const NewGroup = z.object({ ...GroupWords.shape, id: z.uuid({ error: "strange" }), network: z.uuid({ error: "networkMissing" }) });
export const ChangedGroup = z.object({ ...GroupWords.shape, group: z.uuid({ error: "strange" }), version: count(1, 100_000, "strange") });
export const OneGroup = z.object({ group: z.uuid({ error: "strange" }) });

/** Languages a group may speak: the partners' own and those of many participants, by their ISO 639 codes. */
export const groupLanguages = ["ar", "da", "de", "en", "et", "fa", "fi", "lt", "lv", "pl", "ru", "sv", "ti", "uk"] as const;
