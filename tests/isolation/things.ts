/** What a form can name: each thing knows how to be made for somebody, and what it looks like when it is nowhere or nothing. */
import { randomUUID } from "node:crypto";
import { ticketHash, ticketWords } from "#lib/ideas/ticket.ts";
import type { NetworkInWorld, ProviderInWorld } from "#prisma/world.ts";
import type { World } from "#tests/support/people.ts";
import { employ } from "./employed.ts";
import { make as makeRow, type Row } from "./rows.ts";

/** Whose a thing is, and where. */
export type Holder = { provider: ProviderInWorld; key: string; member: string; participant: string; network: NetworkInWorld };

export type Thing = {
  /** Makes one for somebody and answers the word a form names it by. */
  of: (world: World, holder: Holder) => Promise<string>;
  random: () => string;
  malformed: string;
  /** A form names the row it is about to make: a name that is taken elsewhere, or by a colleague, must not stop or touch anything. */
  madeIn?: "drafts" | "ideas" | "groups" | "members" | "networks" | "projects" | "project_steps" | "project_people" | "activities";
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
  figure: { random: () => "no-such-figure", malformed: "ideas/../", everywhere: true, of: async () => "ideas" },
  newMember: { ...byId, madeIn: "members", of: (world, holder) => employ(world, holder, "invited") },
  invitedMember: { ...byId, of: (world, holder) => employ(world, holder, "invited") },
  joinedMember: { ...byId, of: (world, holder) => employ(world, holder, "joined") },
  suspendedMember: { ...byId, of: (world, holder) => employ(world, holder, "suspended") },
  newNetwork: { ...byId, madeIn: "networks", of: untouchedNetwork },
  untouchedNetwork: { ...byId, of: untouchedNetwork },
  activeGroup: { ...byId, of: (world, holder) => group(world, holder, "active") },
  restingGroup: { ...byId, of: (world, holder) => group(world, holder, "resting") },
  newGroup: { ...byId, madeIn: "groups", of: (world, holder) => group(world, holder, "active") },
  waitingIdea: { ...byId, of: idea },
  newIdea: { ...byId, madeIn: "ideas", of: idea },
  newDraftOfParticipant: { ...byId, madeIn: "drafts", of: (world, holder) => draft(world, holder, { actor_kind: "participant", actor_id: holder.participant }) },
  newDraftOfMember: { ...byId, madeIn: "drafts", of: (world, holder) => draft(world, holder, { actor_kind: "member", actor_id: holder.member }) },
  openInvitation: { ...byId, of: (world, holder) => joining(world, holder, "invited") },
  joinedProgramme: { ...byId, of: (world, holder) => joining(world, holder, "joined") },
  adoptableIdea: { ...byId, of: answeredIdea },
  newProject: { ...byId, madeIn: "projects", of: (world, holder) => project(world, holder, "forming") },
  formingProject: { ...byId, of: (world, holder) => project(world, holder, "forming") },
  runningProject: { ...byId, of: (world, holder) => project(world, holder, "running") },
  pausedProject: { ...byId, of: (world, holder) => project(world, holder, "paused") },
  closedProject: { ...byId, of: (world, holder) => project(world, holder, "closed") },
  newStep: { ...byId, madeIn: "project_steps", of: async (world, holder) => String((await make(world, holder.provider, "project_steps", { project_id: await project(world, holder, "running"), step: "paused", member_id: holder.member })).id) },
  newProjectPerson: { ...byId, madeIn: "project_people", of: projectPerson },
  projectPerson: { ...byId, of: projectPerson },
  newActivity: { ...byId, madeIn: "activities", of: (world, holder) => activity(world, holder, "logged") },
  loggedActivity: { ...byId, of: (world, holder) => activity(world, holder, "logged") },
  activityTakenBack: { ...byId, of: (world, holder) => activity(world, holder, "taken back") },
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

/** A network that no deed has changed yet. */
async function untouchedNetwork(world: World, { provider }: Holder): Promise<string> {
  return String((await make(world, provider, "networks", {})).id);
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

/** An idea with an answer, which nobody has made a micro project yet. */
async function answeredIdea(world: World, holder: Holder): Promise<string> {
  const id = await idea(world, holder);
  await world.rows(holder.provider, "delete from waits where subject_id = $1", [id]);
  await make(world, holder.provider, "answers", { idea_id: id, author_id: holder.member, version: 1 });
  return id;
}

const nobodys = { owner: "nobody yet", owner_called: null, owner_reason: "Nobody has time yet.", planned: null, currency: null, group_id: null, without_idea: "It began by itself." };

async function project(world: World, { provider, network }: Holder, state: string): Promise<string> {
  return String((await make(world, provider, "projects", { ...nobodys, network_id: network.id, state })).id);
}

async function projectPerson(world: World, holder: Holder): Promise<string> {
  return String((await make(world, holder.provider, "project_people", { project_id: await project(world, holder, "running"), role: "helper", called: "Velta", member_id: null, named_by: holder.member, ended_at: null })).id);
}

/** The project whose diary holds every entry that is made here: an address names both. */
export const diaryProject = "01900000-0000-7000-8000-0000000000e0";

async function activity(world: World, { provider, member, network }: Holder, state: "logged" | "taken back"): Promise<string> {
  const [there] = await world.rows(provider, "select from projects where id = $1", [diaryProject]);
  if (!there) await make(world, provider, "projects", { ...nobodys, id: diaryProject, network_id: network.id, state: "running" });
  return String((await make(world, provider, "activities", { project_id: diaryProject, network_id: network.id, author_id: member, newcomers: 3, regulars: 2, children: 1, minutes: 60, state })).id);
}

/** A programme of its own that has invited this provider. */
async function joining(world: World, { provider }: Holder, state: "invited" | "joined"): Promise<string> {
  const id = randomUUID();
  await world.owner.query("insert into programmes (id, slug, name) values ($1, $2, 'A programme')", [id, `programme-${id}`]);
  await make(world, provider, "joinings", { programme_id: id, state, state_at: new Date(0) });
  return id;
}

async function ticket(world: World, holder: Holder): Promise<string> {
  const ideaId = await idea(world, holder);
  const words = ticketWords({ providerId: holder.provider.id, ideaId, attempt: 0, language: "en" }, key).join(" ");
  await make(world, holder.provider, "tickets", { idea_id: ideaId, language: "en", attempt: 0, words_hash: ticketHash(holder.provider.id, words, key) });
  return words;
}
