import { expect, test } from "vitest";
import { daysLeft } from "#lib/ideas/idea.ts";

const left = (due: string, now: string, timeZone = "Europe/Riga") => daysLeft(new Date(due), new Date(now), timeZone);

test("the clock counts days of the calendar, not stretches of 24 hours", () => {
  expect(left("2026-11-24T08:00:00+02:00", "2026-11-23T23:59:00+02:00")).toBe(1);
  expect(left("2026-11-24T23:59:00+02:00", "2026-11-24T00:01:00+02:00")).toBe(0);
  expect(left("2026-11-24T00:01:00+02:00", "2026-11-24T23:59:00+02:00"), "the last day is whole").toBe(0);
  expect(left("2026-11-24T23:59:00+02:00", "2026-11-25T00:01:00+02:00")).toBe(-1);
});

test("28 days stay 28 days when the clocks go forward and back", () => {
  expect(left("2026-04-20T12:00:00+03:00", "2026-03-23T12:00:00+02:00"), "Riga, spring").toBe(28);
  expect(left("2026-11-10T12:00:00+02:00", "2026-10-13T12:00:00+03:00"), "Riga, autumn").toBe(28);
  expect(left("2026-04-20T12:00:00+02:00", "2026-03-23T12:00:00+01:00", "Europe/Berlin"), "Berlin, spring").toBe(28);
});

test("the day of 23 hours and the day of 25 hours are one day each", () => {
  expect(left("2026-03-30T00:30:00+03:00", "2026-03-29T00:30:00+02:00")).toBe(1);
  expect(left("2026-03-29T23:30:00+03:00", "2026-03-29T00:30:00+02:00")).toBe(0);
  expect(left("2026-10-26T00:30:00+02:00", "2026-10-25T00:30:00+03:00")).toBe(1);
  expect(left("2026-10-25T23:30:00+02:00", "2026-10-25T00:30:00+03:00")).toBe(0);
});

test("the same moment can be two days at two places", () => {
  const [due, now] = ["2026-11-24T12:00:00Z", "2026-11-23T22:30:00Z"];
  expect(left(due, now, "Europe/Riga")).toBe(0);
  expect(left(due, now, "Europe/Berlin")).toBe(1);
});

test("it passes years and a leap day", () => {
  expect(left("2028-03-01T12:00:00Z", "2028-02-28T12:00:00Z")).toBe(2);
  expect(left("2027-01-01T12:00:00Z", "2026-12-31T12:00:00Z")).toBe(1);
});

test("hour by hour over both changes of the clocks it never goes up, and falls by one at each midnight", () => {
  for (const [timeZone, from, days] of [["Europe/Riga", "2026-03-25T00:00:00+02:00", 9], ["Europe/Riga", "2026-10-21T00:00:00+03:00", 9], ["Europe/Berlin", "2026-10-21T00:00:00+02:00", 9]] as const) {
    const start = Date.parse(from);
    const due = new Date(start + days * 86_400_000 + 12 * 3_600_000);
    const clock = Array.from({ length: days * 24 + 10 }, (_, hour) => daysLeft(due, new Date(start + hour * 3_600_000), timeZone));
    expect(clock[0]).toBe(days);
    expect(clock.at(-1)).toBe(0);
    expect(clock.filter((left, hour) => hour > 0 && ![0, 1].includes((clock[hour - 1] ?? 0) - left))).toEqual([]);
  }
});
