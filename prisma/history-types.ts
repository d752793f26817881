import type { Origin, ProjectInWorld } from "./world-types.ts";

/** What the pools hold: texts written by hand that two years are made of. */
export type IdeaText = { for?: string; what: string; forWhom?: string; weHave?: string; answer: string; notNow?: boolean };
/** What happened · what surprised us · what next. */
export type Entry = [what: string, surprised?: string, next?: string];
export type ProjectText = {
  for?: string; title: string; place?: string; idea: string; answer: string; planned: number; currency?: ProjectInWorld["currency"];
  weekday: number; every: number; visits: [least: number, most: number]; children: number; minutes: [least: number, most: number];
  first: Entry; diary: Entry[]; last: Entry;
  ends: { outcome: "goes on" | "ended as planned" | "ended against wish"; as?: string; told: string; learned: string };
  /** Said when it was broken off instead. */
  stops?: string;
  /** Why it pauses just now, where it has not ended. */
  rests?: string;
  pause?: { afterDays: number; days: number; why: string };
};
/** One micro project in a network's two years: when it began, and for how many days. */
export type Planned = ProjectText & { daysAgo: number; days: number };

/** What one provider tells of itself beside its doorplate. */
export type Story = {
  slug: string; called: string[]; networks: NetworkStory[];
};
export type NetworkStory = {
  slug: string; name: string; place: string; focusGroup: string; contact: string;
  welcome: string; rules: string; sees: string; english?: { welcome: string; rules: string; sees: string };
  meeting: { inDays: number; at: string; place: string; note: string }; groups: { name: string; aboutSize: number }[];
  ideas: IdeaText[]; projects: Planned[];
} & Pace;
/** How much happens: ideas a year, the part answered in 28 days, how many micro projects from the pool in two years. */
export type Pace = { perYear: number; inTime: number; more: number };

/** Where a history plays. */
export type Scene = {
  key: string; language: string; origin: Origin; focusGroup: string; place: string; contact: string; groups: { id: string; aboutSize: number }[];
  called: string[]; days: number; pace: Pace;
  /** What is written of a day when nothing particular happened. */
  ordinary: string[];
};
