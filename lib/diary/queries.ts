import "server-only";
import { here } from "#lib/action/refusal.ts";
import { pageOf } from "#lib/data/paging.ts";
import { uuidShape } from "#lib/data/shapes.ts";
import type { Db } from "#lib/data/within.ts";
import { dateOf, dayOf, typedDay } from "./day.ts";

const pageSize = 20;
type Before = { day: Date; id: string };

const entry = { id: true, happenedOn: true, what: true, surprised: true, next: true, newcomers: true, regulars: true, children: true, minutes: true, language: true, origin: true, state: true, version: true, writtenAt: true, author: { select: { name: true } } } as const;

/** A project's diary, the latest day first, with what was taken back; 20 entries and where the older ones begin. */
export async function diaryOf(db: Db, projectId: string, before?: Before) {
  const found = await db.activity.findMany({
    where: { projectId, ...(before && { OR: [{ happenedOn: { lt: before.day } }, { happenedOn: before.day, id: { lt: before.id } }] }) },
    select: entry,
    orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
  });
  const { rows: entries, next: older } = pageOf(found, pageSize, ({ happenedOn, id }) => `${dayOf(happenedOn)}_${id}`);
  return { entries, older };
}
export type Diary = Awaited<ReturnType<typeof diaryOf>>;
export type Entry = Diary["entries"][number];

/** The place in the diary that an address names; what cannot be one is the latest day. */
export function beforeIn(address: string | string[] | undefined): Before | undefined {
  const [day = "", id = ""] = String(address ?? "").split("_");
  return typedDay(day) === day && uuidShape.test(id) ? { day: dateOf(day), id } : undefined;
}

/** All head counts of a project together: visits, not people. What was taken back does not count. */
export async function totalsOf(db: Db, projectId: string) {
  const { _sum, _count } = await db.activity.aggregate({ where: { projectId, state: "logged" }, _sum: { newcomers: true, regulars: true, children: true, minutes: true }, _count: true });
  return { entries: _count, visits: (_sum.newcomers ?? 0) + (_sum.regulars ?? 0), children: _sum.children ?? 0, minutes: _sum.minutes ?? 0 };
}
export type Totals = Awaited<ReturnType<typeof totalsOf>>;

/** The day of the last entry of each of these projects that has one: `2026-11-23`. */
export async function lastDays(db: Db, projectIds: string[]): Promise<Map<string, string>> {
  const found = await db.activity.groupBy({ by: ["projectId"], where: { projectId: { in: projectIds }, state: "logged" }, _max: { happenedOn: true } });
  return new Map(found.flatMap(({ projectId, _max }) => (_max.happenedOn ? [[projectId, dayOf(_max.happenedOn)] as const] : [])));
}

/** A project to log in, with the entry that serves as template: the one asked for, else the latest. */
export async function projectToLog(db: Db, id: string, like?: string) {
  const project = await db.project.findFirst({
    where: { id },
    select: {
      id: true, title: true, language: true, state: true, createdAt: true,
      activities: { where: { state: "logged", ...(like && { id: like }) }, select: { id: true, what: true, newcomers: true, regulars: true, children: true, minutes: true }, orderBy: [{ happenedOn: "desc" }, { id: "desc" }], take: 1 },
    },
    relationLoadStrategy: "join",
  });
  return here(project);
}
export type ProjectToLog = Awaited<ReturnType<typeof projectToLog>>;

/** One entry of this project with its former texts and what happened to it. */
export async function entryToChange(db: Db, projectId: string, id: string) {
  const found = await db.activity.findFirst({
    where: { id, projectId },
    select: {
      ...entry, project: { select: { title: true, language: true } },
      versions: { select: { version: true, happenedOn: true, what: true, surprised: true, next: true, newcomers: true, regulars: true, children: true, minutes: true, language: true, writtenAt: true, author: { select: { name: true } } }, orderBy: { version: "desc" }, take: 20 },
      steps: { select: { id: true, step: true, at: true, member: { select: { name: true } } }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 20 },
    },
    relationLoadStrategy: "join",
  });
  return here(found);
}
export type EntryToChange = Awaited<ReturnType<typeof entryToChange>>;
