/** What a form can name: each thing knows how to be made for somebody, and what it looks like when it is nowhere or nothing. */
import { randomUUID } from "node:crypto";
import { ticketHash, ticketWords } from "#lib/ideas/ticket.ts";
import type { NetworkInWorld, ProviderInWorld } from "#prisma/world.ts";
import type { World } from "#tests/support/people.ts";
import { make as makeRow, type Row } from "./rows.ts";

/** Whose a thing is, and where. */
export type Holder = { provider: ProviderInWorld; key: string; member: string; participant: string; network: NetworkInWorld };

export type Thing = {
  /** Makes one for somebody and answers the word a form names it by. */
  of: (world: World, holder: Holder) => Promise<string>;
  random: () => string;
  malformed: string;
  /** A form names the row it is about to make: a name that is taken elsewhere, or by a colleague, must not stop or touch anything. */
  madeIn?: "drafts" | "ideas" | "groups";
  /** It belongs to no provider, so another provider's is as good. */
  everywhere?: boolean;
};

const byId = { random: () => randomUUID() as string, malformed: "1; drop table ideas" };
const bySlug = { random: () => "no-such-place", malformed: "Ozolmuiža/../" };
const key = String(process.env.TICKET_KEY);

export const things = {
  networkSlug: { ...bySlug, of: async (_world, { network }) => network.slug },
  network: { ...byId, of: async (_world, { network }) => network.id },
  member: { ...byId, of: async (_world, { member }) => member },
  code: { random: () => "ZZZZZZ", malformed: "K7M4P!", of: async (_world, { network }) => network.code },
  castMember: { random: () => "nobody", malformed: "x".repeat(41), everywhere: true, of: async (_world, holder) => holder.key },
  activeGroup: { ...byId, of: (world, holder) => group(world, holder, "active") },
  restingGroup: { ...byId, of: (world, holder) => group(world, holder, "resting") },
  newGroup: { ...byId, madeIn: "groups", of: (world, holder) => group(world, holder, "active") },
  waitingIdea: { ...byId, of: idea },
  newIdea: { ...byId, madeIn: "ideas", of: idea },
  newDraftOfParticipant: { ...byId, madeIn: "drafts", of: (world, holder) => draft(world, holder, { actor_kind: "participant", actor_id: holder.participant }) },
  newDraftOfMember: { ...byId, madeIn: "drafts", of: (world, holder) => draft(world, holder, { actor_kind: "member", actor_id: holder.member }) },
  ticket: { random: () => "words nobody has 99", malformed: "word ".repeat(50), of: ticket },
} satisfies Record<string, Thing>;

/** Makes a row at a provider, for good. */
export async function make(world: World, provider: ProviderInWorld, table: string, given: Row): Promise<Row> {
  await world.owner.query("begin");
  await world.owner.query("select set_config('app.provider_id', $1, true)", [provider.id]);
  const row = await makeRow(world.owner, table, given);
  await world.owner.query("commit");
  return row;
}

async function group(world: World, { provider, member, network }: Holder, state: "active" | "resting"): Promise<string> {
  return String((await make(world, provider, "groups", { state, contact_id: member, network_id: network.id })).id);
}

async function draft(world: World, { provider, network }: Holder, owner: Row): Promise<string> {
  return String((await make(world, provider, "drafts", { ...owner, network_id: network.id })).id);
}

/** An idea that waits: written by the participant or, where there is none, typed by the member. */
async function idea(world: World, { provider, participant, member, network }: Holder): Promise<string> {
  const typed = { spoke: "person", origin: "typed for", typed_by: member, read_back: "yes", read_back_reason: null };
  const { id } = await make(world, provider, "ideas", { network_id: network.id, heads: null, group_id: null, ...(participant ? { author_id: participant, spoke: "self", origin: "written", typed_by: null } : typed) });
  await make(world, provider, "waits", { noun: "idea", subject_id: id, network_id: network.id });
  return String(id);
}

async function ticket(world: World, holder: Holder): Promise<string> {
  const ideaId = await idea(world, holder);
  const words = ticketWords({ providerId: holder.provider.id, ideaId, attempt: 0, language: "en" }, key).join(" ");
  await make(world, holder.provider, "tickets", { idea_id: ideaId, language: "en", attempt: 0, words_hash: ticketHash(holder.provider.id, words, key) });
  return words;
}
