import { z } from "zod";
import { count, optionalText, text } from "#lib/action/text.ts";
import { slugShape } from "#lib/data/shapes.ts";

/** Days until an idea is answered; every idea gets an answer. */
export const answerDays = 28;
/** Minutes an unfinished idea is kept after the last touch: the next person at a shared phone must not find it. */
export const draftMinutes = 15;

export const spokeKinds = ["self", "person", "group"] as const;
export const readBackKinds = ["yes", "corrected", "not possible"] as const;

const slug = z.string({ error: "strange" }).regex(slugShape, "strange");
const emptyOr = <Field extends z.ZodType>(field: Field) => z.preprocess((typed) => (typed === "" ? undefined : typed), field.optional());

// Who spoke: the person who writes, somebody staff listened to, or a group of so many.
const speaker = {
  spoke: z.enum(spokeKinds, { error: "spokeMissing" }).default("self"),
  heads: emptyOr(count(2, 500, "headsWrong")),
  group: emptyOr(z.uuid({ error: "strange" })),
};
const words = { id: z.uuid({ error: "strange" }).toLowerCase(), network: slug, what: text(2_000, { missing: "whatMissing" }), ...speaker };

type Speaker = { spoke: (typeof spokeKinds)[number]; heads?: number; group?: string };
function headsWhereGroup({ spoke, heads }: Speaker, context: z.RefinementCtx) {
  if (spoke === "group" && heads === undefined) context.addIssue({ code: "custom", path: ["heads"], message: "headsMissing" });
}
// A number left in the form by somebody who then chose "one person" says nothing.
const onlyGroupsHaveHeads = <Said extends Speaker>(said: Said): Said => (said.spoke === "group" ? said : { ...said, heads: undefined, group: undefined });

/** The first steps of an idea, kept while it is being written. */
export const KeptDraft = z
  .object({ ...words, step: z.enum(["what", "for-whom"], { error: "strange" }), forWhom: optionalText(1_000) })
  .superRefine(headsWhereGroup)
  .transform(onlyGroupsHaveHeads);
export type KeptDraft = z.output<typeof KeptDraft>;

/** A whole idea as somebody proposes it. `id` was made with the form: sending twice makes one idea. */
export const ProposedIdea = z
  .object({
    ...words, forWhom: optionalText(1_000), weHave: optionalText(1_000),
    readBack: emptyOr(z.enum(readBackKinds, { error: "readBackMissing" })), readBackReason: optionalText(300),
  })
  .superRefine(headsWhereGroup)
  .superRefine(({ spoke, readBack, readBackReason }, context) => {
    if (spoke !== "self" && !readBack) context.addIssue({ code: "custom", path: ["readBack"], message: "readBackMissing" });
    if (spoke !== "self" && readBack === "not possible" && !readBackReason) context.addIssue({ code: "custom", path: ["readBackReason"], message: "readBackReasonMissing" });
  })
  .transform(onlyGroupsHaveHeads);
export type ProposedIdea = z.output<typeof ProposedIdea>;

/** What staff write back. `version` 0: the first answer; otherwise the version that this text replaces. */
export const WrittenAnswer = z.object({ idea: z.uuid({ error: "strange" }), version: count(0, 100_000, "strange"), text: text(4_000, { missing: "answerMissing" }) });
export const WrittenDeferral = z.object({ ...WrittenAnswer.shape, text: text(4_000, { missing: "reasonMissing" }) });
export type WrittenAnswer = z.output<typeof WrittenAnswer>;

/** Three words and two digits as somebody typed them, on any phone in any language. */
export const TypedTicket = z.object({ words: text(200, { missing: "wordsMissing" }) });

/** The promise: the last moment of the 28th day after an idea was said, by the place's own calendar. */
export function promisedBy(said: Date, timeZone: string): Date {
  return new Date(startOfDay(dayOf(said, timeZone) + (answerDays + 1) * aDay, timeZone) - 1);
}

/** Whole days from one moment to another in a place's calendar; 0 on the last day, negative afterwards. */
export function daysLeft(due: Date, now: Date, timeZone: string): number {
  return Math.round((dayOf(due, timeZone) - dayOf(now, timeZone)) / aDay);
}

const aDay = 86_400_000;

// A calendar day as the milliseconds at which it would begin in UTC.
function dayOf(moment: Date, timeZone: string): number {
  return Date.parse(localTime(moment, timeZone).slice(0, 10));
}

// Making a formatter costs more than all else here: one is kept for each zone.
const formatters = new Map<string, Intl.DateTimeFormat>();

// A moment as the zone's clock shows it: `2026-11-23 07:45:00`.
function localTime(moment: Date | number, timeZone: string): string {
  const known = formatters.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  formatters.set(timeZone, known);
  return known.format(moment);
}

// When that day begins in the zone; asked twice, for the clock may change between the guess and the answer.
function startOfDay(day: number, timeZone: string): number {
  const ahead = (moment: number) => Date.parse(`${localTime(moment, timeZone).replace(" ", "T")}Z`) - moment;
  const guess = day - ahead(day);
  return day - ahead(guess);
}
