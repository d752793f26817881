import "server-only";
import { randomUUID } from "node:crypto";
import { Refusal } from "#lib/action/refusal.ts";
import type { Contributor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { env } from "#lib/env.ts";
import { activeGroup } from "#lib/groups/queries.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { promisedBy, type ProposedIdea } from "./idea.ts";
import { ticketHash, ticketWords } from "./ticket.ts";

type Said = { networkId: string; idea: ProposedIdea; locale: string };

/** Makes the idea, what waits and its ticket, and answers its id. The same form again is the same idea; other words under its id are another one. */
export async function propose(db: Db, actor: Contributor, said: Said): Promise<{ id: string; again?: boolean }> {
  const typing = actor.kind === "member";
  const { id, spoke } = said.idea;
  if (spoke !== "self" && !typing) throw new Refusal("signedOut");
  if (spoke === "self" && typing) throw new Refusal("whoSpoke");
  if (said.idea.group) await activeGroup(db, said.networkId, said.idea.group);
  const own = typing ? { typedBy: actor.id } : { authorId: actor.id };
  const sentBefore = async () => (await db.idea.findFirst({ where: { id, what: said.idea.what, ...own }, select: { id: true } })) && { id, again: true };
  // Typing for somebody makes a participant for them, so here the question comes first.
  const before = typing ? await sentBefore() : null;
  if (before) return before;
  const row = { ...columns(actor, said), authorId: typing ? await newAuthor(db, said.locale) : actor.id };
  const made = (await madeAs(id)) ?? (await sentBefore()) ?? (await madeAs(randomUUID()));
  if (!made) throw new Error("a new random id was taken");
  return made;

  async function madeAs(newId: string): Promise<{ id: string } | undefined> {
    const [idea] = await db.idea.createManyAndReturn({ data: { id: newId, ...row }, skipDuplicates: true, select: { createdAt: true } });
    if (!idea) return undefined;
    const dueAt = promisedBy(idea.createdAt, actor.place.timeZone);
    await db.wait.createMany({ data: { noun: "idea", subjectId: newId, networkId: said.networkId, since: idea.createdAt, dueAt } });
    await giveTicket(db, actor.place.id, newId, row.language);
    await db.draft.deleteMany({ where: { id, actorId: actor.id } });
    return { id: newId };
  }
}

function columns(actor: Contributor, { networkId, idea, locale }: Said) {
  const { what, forWhom, weHave, spoke } = idea;
  const words = { networkId, what, forWhom, weHave, spoke, heads: idea.heads ?? null, groupId: idea.group ?? null, language: contentLanguage(locale) };
  if (actor.kind !== "member") return { ...words, origin: "written" };
  return { ...words, origin: "typed for", typedBy: actor.id, readBack: idea.readBack, readBackReason: idea.readBack === "not possible" ? idea.readBackReason : null };
}

async function newAuthor(db: Db, locale: string): Promise<string> {
  const id = randomUUID();
  await db.participant.createMany({ data: { id, language: contentLanguage(locale) } });
  return id;
}

// Two ideas with the same three words are one in 10¹¹; then the next attempt is taken.
async function giveTicket(db: Db, providerId: string, ideaId: string, language: string): Promise<void> {
  const key = env().TICKET_KEY;
  for (const attempt of [0, 1, 2, 3, 4]) {
    const words = ticketWords({ providerId, ideaId, attempt, language }, key).join(" ");
    const wordsHash = new Uint8Array(ticketHash(providerId, words, key));
    const { count } = await db.ticket.createMany({ data: { ideaId, language, attempt, wordsHash }, skipDuplicates: true });
    if (count === 1) return;
  }
  throw new Error("five tickets in a row were taken");
}
