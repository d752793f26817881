/**
 * Spreads texts written by hand over two years, so that quarters have curves. Pure: the same scene is always the same history,
 * counted in days back from whenever it is made.
 */
import { between, chance, idFor } from "./chance.ts";
import type { Entry, IdeaText, Planned, ProjectText, Scene } from "./history-types.ts";
import type { ActivityInWorld, IdeaInWorld, ProjectInWorld } from "./world-types.ts";

type History = { ideas: IdeaInWorld[]; projects: ProjectInWorld[] };
/** `told`: what another network of the same provider has had already. */
export type Pool = { ideas: IdeaText[]; projects: ProjectText[]; told?: Set<string> };

/** What somebody proposed and what grew from it: `own` texts and, beside them, some of the pools'. No text comes twice. */
export function historyOf(scene: Scene, own: { ideas: IdeaText[]; projects: Planned[] }, pool: Pool, quietFor = 0): History {
  const further = chosen(scene, pool.projects.filter(({ title }) => !pool.told?.has(title)), scene.pace.more).map((text, n, all) => dated(scene, text, { n, of: all.length }));
  const projects = [...own.projects, ...further].map((text) => projectOf(scene, text));
  const number = Math.round((scene.pace.perYear * scene.days) / 365) - own.ideas.length;
  const ideas = [...own.ideas, ...chosen(scene, pool.ideas, number, pool.told)].map((text, n, all) => ideaOf(scene, text, { n, of: all.length, quietFor }));
  return { ideas: [...ideas, ...projects.map(({ idea }) => idea)], projects: projects.map(({ project }) => project) };
}

/** From a pool what fits the focus group first, then what fits everybody, last what is told already; in an order of the scene's own. */
function chosen<Text extends { for?: string; what?: string; title?: string }>({ key, focusGroup }: Scene, pool: Text[], number: number, told?: Set<string>): Text[] {
  const fitting = pool.filter((text) => text.for === undefined || text.for === focusGroup);
  const order = (text: Text) => chance(key, text.what ?? text.title ?? "") - (text.for ? 0.7 : 0) + (told?.has(text.what ?? "") ? 2 : 0);
  return fitting.map((text) => [order(text), text] as const).sort(([one], [other]) => one - other).slice(0, Math.max(0, number)).map(([, text]) => text);
}

/** More is proposed the longer a network is known; the newest days belong to what is told by hand. */
function ideaOf(scene: Scene, text: IdeaText, { n, of, quietFor }: { n: number; of: number; quietFor: number }): IdeaInWorld {
  const key = [scene.key, text.what];
  // The pools' order is by focus group: a step that shares no factor with the number mixes it.
  const turn = (n * stepFor(of) + 1) % of;
  const daysAgo = Math.max(2, quietFor + Math.round((scene.days - 25 - quietFor) * ((turn + chance("when", ...key)) / of) ** 1.25));
  return { ...said(scene, text, key, daysAgo), answer: answered(scene, text, key, daysAgo) };
}

function stepFor(of: number): number {
  const factor = (one: number, other: number): number => (other === 0 ? one : factor(other, one % other));
  for (let step = Math.round(of * 0.618); step > 1; step -= 1) if (factor(of, step) === 1) return step;
  return 1;
}

function said(scene: Scene, { what, forWhom = "", weHave = "" }: IdeaText, key: string[], daysAgo: number): IdeaInWorld {
  const who = chance("who", ...key);
  const group = scene.groups[0];
  const spoke = who < 0.12 ? "group" : who < 0.5 ? "person" : "self";
  return {
    id: idFor("idea", ...key), daysAgo, what, forWhom, weHave, language: scene.language, origin: scene.origin === "translated" ? "translated" : undefined, author: idFor("author", ...key), spoke,
    ...(spoke === "group" && { heads: between(4, 14, "heads", ...key), group: group?.id }),
    ...(spoke !== "self" && { typedBy: scene.contact, readBack: chance("read", ...key) < 0.2 ? "corrected" : "yes" }),
  };
}

/** In time or too late; the newest ones may still wait, and so do a few that are late where that is the habit. */
function answered({ contact, pace }: Scene, { answer, notNow }: IdeaText, key: string[], daysAgo: number): IdeaInWorld["answer"] {
  const inTime = chance("in time", ...key) < pace.inTime;
  const after = inTime ? between(3, 26, "after", ...key) : between(32, 75, "after", ...key);
  return daysAgo - after < 1 ? undefined : { by: contact, daysAgo: daysAgo - after, text: answer, notNow };
}

/** From a pool: one after the other through the years, for some months each; the last one may just begin, be broken off or pause. */
function dated(scene: Scene, text: ProjectText, { n, of }: { n: number; of: number }): Planned {
  const key = [scene.key, text.title];
  const turn = (n + 0.05 + chance("turn", ...key) * 0.4) / of;
  const justBegins = n === of - 1 && chance("new", ...key) < 0.5;
  const daysAgo = justBegins ? between(6, 20, "begins", ...key) : Math.round(35 + (scene.days - 70) * (1 - turn) ** 1.5);
  const days = Math.min(between(130, 250, "days", ...key), text.every * 20);
  const pause = text.rests !== undefined && daysAgo < days && daysAgo > 60 ? { afterDays: daysAgo - 12, days: 90, why: text.rests } : text.pause;
  return { ...text, daysAgo, days, pause, stops: chance("stops", ...key) < 0.4 ? text.stops : undefined };
}

/** A micro project with the idea it grew from. */
function projectOf(scene: Scene, text: Planned): { idea: IdeaInWorld; project: ProjectInWorld } {
  const key = [scene.key, text.title];
  const begun = text.daysAgo;
  const ended = Math.max(0, begun - text.days);
  const by = scene.contact;
  const idea = said(scene, { what: text.idea, answer: text.answer }, key, begun + between(14, 30, "idea", ...key));
  const group = scene.groups[0];
  const who = chance("owner", ...key);
  const called = scene.called[between(0, scene.called.length - 1, "called", ...key)] ?? "";
  const second = scene.called.filter((one) => one !== called)[between(0, scene.called.length - 2, "second", ...key)];
  const forming = begun < 24;
  const broken = ended > 0 && text.stops !== undefined;
  const closes = !broken && ended > 0;
  const project: ProjectInWorld = {
    id: idFor("project", ...key), title: text.title, place: text.place ?? scene.place, origin: scene.origin, planned: text.planned, currency: text.currency, weekday: text.weekday,
    owner: who < 0.55 && group ? { group: group.id } : { called }, from: { idea: idea.id },
    steps: stepsOf(text, { begun, ended, by, forming, broken, closes }),
    people: [
      { role: "facilitator", member: by, daysAgo: begun },
      { role: "peer lead", called, daysAgo: begun },
      ...(second && chance("two", ...key) < 0.6 ? [{ role: "second lead" as const, called: second, daysAgo: Math.max(1, begun - 9) }] : []),
    ],
    closing: closes ? { outcome: text.ends.outcome, goesOnAs: text.ends.as, told: text.ends.told, learned: text.ends.learned } : undefined,
    activities: forming ? [] : diaryOf(text, scene.ordinary, { key, by, from: begun - 12, to: Math.max(2, ended + 2), ends: closes || broken }),
  };
  return { idea: { ...idea, answer: { by, daysAgo: begun + between(2, 8, "answer", ...key), text: text.answer } }, project };
}

type Times = { begun: number; ended: number; by: string; forming: boolean; broken: boolean; closes: boolean };

function stepsOf({ pause, stops }: Planned, { begun, ended, by, forming, broken, closes }: Times): ProjectInWorld["steps"] {
  const paused = pause ? begun - pause.afterDays : 0;
  const resumed = pause ? paused - pause.days : 0;
  return [
    { step: "formed", daysAgo: begun, by },
    ...(forming ? [] : [{ step: "started" as const, daysAgo: begun - 4, by }]),
    ...(pause && paused > 0 ? [{ step: "paused" as const, daysAgo: paused, by, why: pause.why }] : []),
    ...(pause && resumed > ended ? [{ step: "resumed" as const, daysAgo: resumed, by }] : []),
    ...(broken ? [{ step: "stopped" as const, daysAgo: ended, by, why: stops }] : []),
    ...(closes ? [{ step: "closed" as const, daysAgo: ended, by }] : []),
  ];
}

type Span = { key: string[]; by: string; from: number; to: number; ends: boolean };

/** The first entry, the middle ones once each, ordinary days, and the last one where it has ended. */
function diaryOf(text: Planned, ordinary: string[], { key, by, from, to, ends }: Span): ActivityInWorld[] {
  const pausedFrom = text.pause ? from + 12 - text.pause.afterDays : 0;
  const rests = (day: number) => text.pause !== undefined && day <= pausedFrom + 7 && day >= pausedFrom - text.pause.days;
  const days = Array.from({ length: Math.floor((from - to) / text.every) + 1 }, (_, n) => from - n * text.every).filter((day) => !rests(day));
  return days.map((daysAgo, n) => {
    const [what, surprised, next] = n === 0 ? text.first : ends && n === days.length - 1 ? text.last : text.diary[n - 1] ?? ordinaryDay(ordinary, n, key);
    const come = between(...text.visits, "visits", n, ...key);
    const newcomers = n === 0 ? come : between(0, Math.ceil(come * 0.25), "new", n, ...key);
    const minutes = Math.round(between(...text.minutes, "minutes", n, ...key) / 15) * 15;
    return { daysAgo, by, what, surprised, next, newcomers, regulars: come - newcomers, children: Math.floor(come * text.children), minutes };
  });
}

// Each ordinary text before any of them returns, beginning somewhere else in each project.
function ordinaryDay(texts: string[], n: number, key: string[]): Entry {
  return [texts[(n * 5 + between(0, texts.length - 1, "ordinary", ...key)) % texts.length] ?? ""];
}
