import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { env } from "#lib/env.ts";
import { draftMinutes } from "./idea.ts";
import { ticketWords, wordsShownHours } from "./ticket.ts";

/** An unfinished idea of this person, or null once it is gone. */
export function ownDraft(db: Db, actor: Actor, which: { id?: string; networkId: string }) {
  if (!actor.id) return null;
  const touched = new Date(actor.at.getTime() - draftMinutes * 60_000);
  return db.draft.findFirst({
    where: { ...which, actorKind: actor.kind, actorId: actor.id, touchedAt: { gte: touched } },
    select: { id: true, what: true, forWhom: true, spoke: true, heads: true, groupId: true },
    orderBy: { touchedAt: "desc" },
  });
}

/** Has this person sent an idea under this id? Then what was begun is not gone but done. */
export async function isSent(db: Db, actor: Actor, id: string): Promise<boolean> {
  if (!actor.id) return false;
  return (await db.idea.findFirst({ where: { id, ...(actor.kind === "member" ? { typedBy: actor.id } : { authorId: actor.id }) }, select: { id: true } })) !== null;
}

/** Whose ticket bears these words? Only the hash is known here. */
export async function ideaOfTicket(db: Db, wordsHash: Buffer) {
  const ticket = await db.ticket.findFirst({ where: { wordsHash: new Uint8Array(wordsHash) }, select: { idea: { select: { id: true, networkId: true } } }, relationLoadStrategy: "join" });
  return ticket?.idea ?? null;
}

/** What its author, the staff member who typed it, or who has its three words sees of an idea; null for everybody else. */
export async function ownIdea(db: Db, actor: Actor, id: string) {
  const opened = actor.opened.includes(id);
  if (!opened && !actor.id) return null;
  const idea = await db.idea.findFirst({
    where: { id, ...(opened ? {} : actor.kind === "member" ? { typedBy: actor.id } : { authorId: actor.id ?? "" }) },
    select: {
      id: true, what: true, forWhom: true, weHave: true, language: true, createdAt: true, spoke: true, heads: true,
      network: { select: { name: true, slug: true, contact: { select: { name: true } } } },
      ticket: { select: { attempt: true, language: true, createdAt: true } },
      answer: { select: { text: true, language: true, version: true, writtenAt: true, author: { select: { name: true } }, deferrals: { select: { answerVersion: true } } } },
    },
    relationLoadStrategy: "join",
  });
  return idea && { ...idea, notNow: isNotNow(idea.answer), words: opened ? null : wordsFor(actor, idea) };
}
export type OwnIdea = NonNullable<Awaited<ReturnType<typeof ownIdea>>>;

/** Everything staff read of one idea: words, who spoke and who typed, the answer and its former texts. */
export async function ideaToRead(db: Db, id: string) {
  const idea = await db.idea.findFirst({
    where: { id },
    select: {
      id: true, number: true, what: true, forWhom: true, weHave: true, language: true, origin: true, spoke: true, heads: true,
      readBack: true, readBackReason: true, createdAt: true,
      network: { select: { name: true, slug: true } }, group: { select: { name: true } }, typist: { select: { name: true } },
      answer: {
        select: {
          text: true, language: true, version: true, writtenAt: true, author: { select: { name: true } }, deferrals: { select: { answerVersion: true } },
          versions: { select: { version: true, text: true, language: true, writtenAt: true, author: { select: { name: true } } }, orderBy: { version: "desc" }, take: 20 },
        },
      },
    },
    relationLoadStrategy: "join",
  });
  if (!idea) return null;
  const wait = await db.wait.findFirst({ where: { noun: "idea", subjectId: id }, select: { dueAt: true } });
  return { ...idea, notNow: isNotNow(idea.answer), dueAt: wait?.dueAt ?? null };
}
export type IdeaToRead = NonNullable<Awaited<ReturnType<typeof ideaToRead>>>;

function isNotNow(answer: { version: number; deferrals: { answerVersion: number }[] } | null): boolean {
  return answer?.deferrals.some(({ answerVersion }) => answerVersion === answer.version) ?? false;
}

// Shown again to who has just sent it, in case the reply was lost or the slip is still to be printed.
function wordsFor(actor: Actor, { id, ticket }: { id: string; ticket: { attempt: number; language: string; createdAt: Date } | null }): string[] | null {
  if (!ticket || actor.at.getTime() - ticket.createdAt.getTime() > wordsShownHours * 3_600_000) return null;
  return ticketWords({ providerId: actor.place.id, ideaId: id, attempt: ticket.attempt, language: ticket.language }, env().TICKET_KEY);
}
