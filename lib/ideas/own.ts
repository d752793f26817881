import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { draftMinutes, promisedBy } from "./idea.ts";

/** As many ideas as one page shows; older ones open with their three words. */
const mostOwn = 30;
/** An answer is new for so many days. */
const freshDays = 14;

/** Everything a person finds on their own page: their ideas with answers, what they have begun, and when their networks meet next. */
export async function ownPage(db: Db, actor: Actor) {
  const rows = await ownIdeas(db, actor);
  const ideas = rows.slice(0, mostOwn);
  const drafts = await ownDrafts(db, actor);
  const networks = new Map([...ideas, ...drafts].map(({ network }) => [network.slug, network]));
  return { ideas: ideas.map((idea) => told(idea, actor)), drafts, networks: [...networks.values()], more: rows.length > mostOwn };
}
export type OwnPage = Awaited<ReturnType<typeof ownPage>>;
export type ToldIdea = OwnPage["ideas"][number];

/** Can this session find anything on a page of its own? */
export const hasOwnPage = (actor: Actor) => actor.kind === "participant" || (actor.kind === "visitor" && actor.opened.length > 0);

const networkOf = (actor: Actor) => ({
  select: {
    name: true, slug: true, language: true,
    meetings: { where: { startsAt: { gte: actor.at } }, select: { startsAt: true, place: true, note: true, language: true }, orderBy: { startsAt: "asc" as const }, take: 1 },
  },
});

// Said by this participant, or opened here by three words.
function ownIdeas(db: Db, actor: Actor) {
  return db.idea.findMany({
    where: { OR: [{ id: { in: [...actor.opened] } }, ...(actor.kind === "participant" ? [{ authorId: actor.id }] : [])] },
    select: {
      id: true, what: true, language: true, createdAt: true, network: networkOf(actor),
      answer: { select: { version: true, writtenAt: true, author: { select: { name: true } }, deferrals: { select: { answerVersion: true } } } },
      adoption: { select: { project: { select: { title: true, language: true, state: true } } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostOwn + 1,
    relationLoadStrategy: "join",
  });
}
type Row = Awaited<ReturnType<typeof ownIdeas>>[number];

async function ownDrafts(db: Db, actor: Actor) {
  if (actor.kind !== "participant") return [];
  const touched = new Date(actor.at.getTime() - draftMinutes * 60_000);
  return db.draft.findMany({
    where: { actorKind: "participant", actorId: actor.id, touchedAt: { gte: touched } },
    select: { id: true, what: true, forWhom: true, network: networkOf(actor) },
    orderBy: [{ touchedAt: "desc" }, { id: "desc" }],
    take: 5,
    relationLoadStrategy: "join",
  });
}

export type IdeaState = "waiting" | "late" | "answered" | "notNow" | "project";

// Where an idea is: the furthest it has come is what counts.
function told({ answer, adoption, ...idea }: Row, actor: Actor) {
  const dueAt = promisedBy(idea.createdAt, actor.place.timeZone);
  const fresh = !!answer && actor.at.getTime() - answer.writtenAt.getTime() < freshDays * 86_400_000;
  const project = adoption?.project ?? null;
  return { ...idea, dueAt, fresh, project, answer: answer && { by: answer.author.name, at: answer.writtenAt }, state: state() };

  function state(): IdeaState {
    if (project) return "project";
    if (answer) return answer.deferrals.some(({ answerVersion }) => answerVersion === answer.version) ? "notNow" : "answered";
    return dueAt < actor.at ? "late" : "waiting";
  }
}
