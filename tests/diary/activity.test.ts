import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import { ChangedActivity, LoggedActivity, minutesIn, typedHours } from "#lib/diary/activity.ts";
import { dayIn, daysBetween, typedDay } from "#lib/diary/day.ts";

const id = "01900000-0000-7000-8000-0000000000d0";
const evening = { id, project: id, happenedOn: "2026-11-20", what: "We cooked.", newcomers: "3", regulars: "9", children: "4", hours: "2,5", surprised: "", next: "" };

function wrong(schema: z.ZodType, form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries((schema.safeParse(form).error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

test("an entry is what happened, a day and head counts; empty boxes count nobody", () => {
  expect(LoggedActivity.parse(evening)).toMatchObject({ happenedOn: "2026-11-20", newcomers: 3, regulars: 9, children: 4, hours: 150 });
  expect(LoggedActivity.parse({ id, project: id, happenedOn: "20.11.2026", what: "We cooked.", newcomers: "" })).toMatchObject({ happenedOn: "2026-11-20", newcomers: 0, regulars: 0, children: 0, hours: 0, surprised: "", next: "" });
});

test.each([["newcomers", "-1"], ["newcomers", "2001"], ["regulars", "1e3"], ["regulars", "about ten"], ["children", "-4"], ["newcomers", "2.5"], ["regulars", "999999999999"]])("%s cannot be “%s”", (field, typed) => {
  expect(wrong(LoggedActivity, { ...evening, [field]: typed })).toMatchObject({ [field]: "headsCountWrong" });
});

test("children are part of those who came", () => {
  expect(wrong(LoggedActivity, { ...evening, children: "13" })).toEqual({ children: "childrenTooMany" });
  expect(wrong(LoggedActivity, { ...evening, children: "12" })).toEqual({});
  expect(wrong(LoggedActivity, { ...evening, newcomers: "2000", regulars: "2000", children: "2001" })).toEqual({ children: "headsCountWrong" });
});

test.each([["2", 120], ["2,5", 150], ["2.5", 150], ["0,25", 15], ["1000", 60_000], ["0", 0]])("“%s” hours are %i minutes", (typed, minutes) => expect(minutesIn(typed)).toBe(minutes));
test.each(["-1", "1000,5", "1001", "2h", "two", "1,2,3", "2.555"])("“%s” are no hours", (typed) => expect(wrong(LoggedActivity, { ...evening, hours: typed })).toEqual({ hours: "hoursWrong" }));

test("hours that were kept can be shown in the field again", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), (minutes) => minutesIn(typedHours(minutes) || "0") === minutes));
});

test.each(["", "2026-02-30", "30.2.2026", "yesterday", "2026-13-01", "26-11-20", "0000-01-01", "1899-12-31", "2200-01-01", "2026-11-20T10:00"])("“%s” is no day", (happenedOn) => expect(wrong(LoggedActivity, { ...evening, happenedOn })).toEqual({ happenedOn: "dayMissing" }));

test("it says what happened, and not too long", () => {
  expect(wrong(LoggedActivity, { ...evening, what: " \u200b " })).toEqual({ what: "happenedMissing" });
  expect(wrong(LoggedActivity, { ...evening, what: "x".repeat(2_001), surprised: "x".repeat(2_001) })).toEqual({ what: "tooLong", surprised: "tooLong" });
  expect(wrong(ChangedActivity, { ...evening, activity: id, version: "0" })).toEqual({ version: "strange" });
});

test("days are those of the place: before midnight in London it is tomorrow in Riga", () => {
  const late = new Date("2026-11-20T22:30:00Z");
  expect([dayIn(late, "Europe/Riga"), dayIn(late, "Europe/London")]).toEqual(["2026-11-21", "2026-11-20"]);
  expect(typedDay("1.3.2026")).toBe("2026-03-01");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2); // over the change of the clocks
});
