"use server";
import { action } from "#lib/action/action.ts";
import { Refusal } from "#lib/action/refusal.ts";
import { env } from "#lib/env.ts";
import { networkAt } from "#lib/networks/queries.ts";
import { answer } from "./answering.ts";
import { keep } from "./drafts.ts";
import { KeptDraft, ProposedIdea, TypedTicket, WrittenAnswer, WrittenDeferral } from "./idea.ts";
import { propose } from "./proposing.ts";
import { ideaOfTicket } from "./queries.ts";
import { ticketHash } from "./ticket.ts";

export const keepDraft = action("keep draft", {
  input: KeptDraft, subject: "draft", contributes: true, limit: { actor: 60, network: 900, address: 600 },
  do: async ({ db, actor, input }) => {
    const network = await networkAt(db, input.network);
    const id = await keep(db, actor, network.id, input);
    return { id, networkId: network.id, goTo: `/networks/${network.slug}/propose/${id}/${input.step === "what" ? "for-whom" : "we-have"}` };
  },
});

export const proposeIdea = action("propose idea", {
  input: ProposedIdea, subject: "idea", contributes: true, limit: { actor: 20, network: 300, address: 200 },
  do: async ({ db, actor, input, language }) => {
    const network = await networkAt(db, input.network);
    return { ...(await propose(db, actor, { networkId: network.id, idea: input, locale: language })), networkId: network.id };
  },
  goTo: ({ id }) => `/ticket/${id}`,
});

export const openTicket = action("open ticket", {
  input: TypedTicket, subject: "ticket", limit: { misses: 10 },
  do: async ({ db, actor, input }) => {
    const idea = await ideaOfTicket(db, ticketHash(actor.place.id, input.words, env().TICKET_KEY));
    if (!idea) throw new Refusal("noSuchTicket");
    return { id: idea.id, networkId: idea.networkId, opens: idea.id };
  },
  goTo: ({ id }) => `/ticket/${id}`,
});

export const answerIdea = action("answer idea", {
  input: WrittenAnswer, subject: "answer",
  do: ({ db, actor, input, language }) => answer(db, actor, { ...input, notNow: false, locale: language }),
  goTo: ({ id }) => `/ideas/${id}`,
});

export const deferIdea = action("defer idea", {
  input: WrittenDeferral, subject: "deferral",
  do: ({ db, actor, input, language }) => answer(db, actor, { ...input, notNow: true, locale: language }),
  goTo: ({ id }) => `/ideas/${id}`,
});
