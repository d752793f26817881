import "server-only";
import { uuidShape } from "#lib/data/shapes.ts";
import type { Db } from "#lib/data/within.ts";

const pageSize = 20;
/** Where the next page begins: after this wait. */
export type After = { dueAt: Date; id: string };

/** What waits for an answer, the oldest promise first; a page of 20 and where the next one begins. */
export async function waitingIdeas(db: Db, after?: After) {
  const waits = await db.wait.findMany({
    where: { noun: "idea", ...(after && { OR: [{ dueAt: { gt: after.dueAt } }, { dueAt: after.dueAt, subjectId: { gt: after.id } }] }) },
    select: { subjectId: true, dueAt: true, network: { select: { name: true } } },
    orderBy: [{ dueAt: "asc" }, { subjectId: "asc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
  });
  const shown = waits.slice(0, pageSize);
  const ideas = await db.idea.findMany({
    where: { id: { in: shown.map((wait) => wait.subjectId) } },
    select: { id: true, number: true, what: true, language: true, spoke: true, heads: true },
  });
  const byId = new Map(ideas.map((idea) => [idea.id, idea]));
  const rows = shown.flatMap(({ subjectId, dueAt, network }) => {
    const idea = byId.get(subjectId);
    return idea ? [{ ...idea, dueAt, network: network.name }] : [];
  });
  const last = shown.at(-1);
  return { rows, next: waits.length > pageSize && last ? addressOf({ dueAt: last.dueAt, id: last.subjectId }) : null };
}
export type Waiting = Awaited<ReturnType<typeof waitingIdeas>>;

const mostCounted = 1_000;

/** How many wait and how many of them are late; counted up to 1,000, which is enough to know that it is too many. */
export async function waitingCounts(db: Db, now: Date) {
  const due = await db.wait.findMany({ where: { noun: "idea" }, select: { dueAt: true }, orderBy: [{ dueAt: "asc" }, { subjectId: "asc" }], take: mostCounted });
  return { waiting: due.length, late: due.filter(({ dueAt }) => dueAt < now).length };
}

/** The place in the list that an address names; what cannot be one is the beginning. */
export function afterIn(address: string | string[] | undefined): After | undefined {
  const [, milliseconds, id] = /^(\d{1,14})_(.{36})$/.exec(String(address ?? "")) ?? [];
  return milliseconds && id && uuidShape.test(id) ? { dueAt: new Date(Number(milliseconds)), id } : undefined;
}

function addressOf({ dueAt, id }: After): string {
  return `${dueAt.getTime()}_${id}`;
}
