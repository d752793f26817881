import type { Day } from "./stage.ts";

/** The days as a table for people to read. */
export function table(days: (Day | { name: string; skipped: string })[]): string {
  const head = ["what broke", "times", "saved", "unclear, sent again", "lost", "doubled", "not one event", "back after (median, worst)", "what people saw"];
  const rows = days.map((day) => ("skipped" in day ? [day.name, `skipped: ${day.skipped}`, "", "", "", "", "", "", ""] : [
    day.name, day.times, day.acknowledged.toLocaleString("en"), day.unclear.toLocaleString("en"), day.lost, day.doubled, day.events,
    `${median(day.back).toFixed(1)} s, ${Math.max(...day.back).toFixed(1)} s`, [day.people, day.more, ...times(day.strange)].filter(Boolean).join("; "),
  ].map(String)));
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Did a day break a promise? Nothing lost, nothing twice, one event a deed, no answer that nobody should get, and whoever sent a form read that their text is kept. */
export function broken(day: Day | { name: string; skipped: string }): boolean {
  if ("skipped" in day) return false;
  return day.lost + day.doubled + day.events + day.strange.length > 0 || day.people === "text lost";
}

function times(said: string[]): string[] {
  return [...new Set(said)].map((one) => `${one} × ${said.filter((other) => other === one).length}`);
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[(values.length - 1) >> 1] ?? 0;
}
