import { typedHours } from "#lib/diary/activity.ts";
import { dayOf } from "#lib/diary/day.ts";

type Written = { happenedOn: Date; what: string; surprised: string; next: string; newcomers: number; regulars: number; children: number; minutes: number };

/** An entry as its form says it: for the fields, and to put a former text back. */
export function entryTexts({ happenedOn, what, surprised, next, newcomers, regulars, children, minutes }: Written) {
  return { happenedOn: dayOf(happenedOn), what, surprised, next, newcomers: String(newcomers), regulars: String(regulars), children: String(children), hours: typedHours(minutes) };
}
export type EntryTexts = ReturnType<typeof entryTexts>;
