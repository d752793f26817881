import { z } from "zod";
import { count, optionalText, text } from "#lib/action/text.ts";
import { typedDay } from "./day.ts";

/** At one meeting, new or returning. */
export const mostHeads = 2_000;
/** Hours given at one meeting, by all together. */
export const mostHours = 1_000;
/** A running project without an entry for so long is quiet. */
export const quietDays = 28;

// An empty box counts nobody.
const heads = z.preprocess((typed) => (typed === undefined || typed === "" ? "0" : typed), count(0, mostHeads, "headsCountWrong"));
const id = z.uuid({ error: "strange" }).toLowerCase();

/** Hours as people type them, `2`, `2,5` or `2.5`, in minutes; null where they are none. */
export function minutesIn(typed: string): number | null {
  const [, hours, part = ""] = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(typed.trim()) ?? [];
  if (hours === undefined) return null;
  const minutes = Math.round(Number(`${hours}.${part || "0"}`) * 60);
  return minutes <= mostHours * 60 ? minutes : null;
}

/** Minutes as hours are typed. */
export function typedHours(minutes: number): string {
  return minutes === 0 ? "" : String(Math.round(minutes / 0.6) / 100);
}

const words = {
  happenedOn: z.string({ error: "dayMissing" }).trim().refine((typed) => typedDay(typed) !== null, "dayMissing").transform((typed) => typedDay(typed) ?? ""),
  what: text(2_000, { missing: "happenedMissing" }), surprised: optionalText(2_000), next: optionalText(2_000),
  newcomers: heads, regulars: heads, children: heads,
  hours: z.preprocess((typed) => (typed === undefined || typed === "" ? "0" : typed), z.string({ error: "hoursWrong" }).refine((typed) => minutesIn(typed) !== null, "hoursWrong").transform((typed) => minutesIn(typed) ?? 0)),
};
export type ActivityWords = z.output<z.ZodObject<typeof words>>;

function childrenAreAmongThem({ newcomers, regulars, children }: ActivityWords, context: z.RefinementCtx) {
  if (children > newcomers + regulars) context.addIssue({ code: "custom", path: ["children"], message: "childrenTooMany" });
}

/** What happened, as it is written down. `id` was made with the form: sending twice makes one entry. */
export const LoggedActivity = z.object({ ...words, id, project: id }).superRefine(childrenAreAmongThem);
export const ChangedActivity = z.object({ ...words, activity: id, version: count(1, 100_000, "strange") }).superRefine(childrenAreAmongThem);
export const OneActivity = z.object({ activity: id });
export type LoggedActivity = z.output<typeof LoggedActivity>;
export type ChangedActivity = z.output<typeof ChangedActivity>;
