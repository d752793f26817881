import "server-only";
import { momentPlace, pageOf, type Moment } from "#lib/data/paging.ts";
import type { Db } from "#lib/data/within.ts";

const pageSize = 20;

/** What waits for an answer, the oldest promise first; a page of 20 and where the next one begins. */
export async function waitingIdeas(db: Db, after?: Moment) {
  const waits = await db.wait.findMany({
    where: { noun: "idea", ...(after && { OR: [{ dueAt: { gt: after.at } }, { dueAt: after.at, subjectId: { gt: after.id } }] }) },
    select: { subjectId: true, dueAt: true, network: { select: { name: true } } },
    orderBy: [{ dueAt: "asc" }, { subjectId: "asc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
  });
  const { rows: shown, next } = pageOf(waits, pageSize, ({ dueAt, subjectId }) => momentPlace({ at: dueAt, id: subjectId }));
  const ideas = await db.idea.findMany({
    where: { id: { in: shown.map((wait) => wait.subjectId) } },
    select: { id: true, number: true, what: true, language: true, spoke: true, heads: true },
  });
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const rows = shown.flatMap(({ subjectId, dueAt, network }) => {
    const idea = byId.get(subjectId);
    return idea ? [{ ...idea, dueAt, network: network.name }] : [];
  });
  return { rows, next };
}
export type Waiting = Awaited<ReturnType<typeof waitingIdeas>>;

const mostCounted = 1_000;

/** How many wait and how many of them are late; counted up to 1,000, which is enough to know that it is too many. */
export async function waitingCounts(db: Db, now: Date) {
  const due = await db.wait.findMany({ where: { noun: "idea" }, select: { dueAt: true }, orderBy: [{ dueAt: "asc" }, { subjectId: "asc" }], take: mostCounted });
  return { waiting: due.length, late: due.filter(({ dueAt }) => dueAt < now).length };
}
