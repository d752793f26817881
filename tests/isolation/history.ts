/** What people of a provider do one after the other, from a few numbers: the same numbers are the same deeds, with the same ids, at whichever provider. */
import { logActivity, takeBackActivity } from "#lib/diary/actions.ts";
import { shareFigures, stopSharing } from "#lib/figures/actions.ts";
import { makeGroup, restGroup } from "#lib/groups/actions.ts";
import { answerIdea, deferIdea, keepDraft, openTicket, proposeIdea } from "#lib/ideas/actions.ts";
import { ticketWords } from "#lib/ideas/ticket.ts";
import { makeNetwork, replaceCode, useCode } from "#lib/networks/actions.ts";
import { inviteMember, suspendMember } from "#lib/people/actions.ts";
import { adoptIdea, beginProject, closeProject, namePerson, pauseProject, startProject } from "#lib/projects/actions.ts";
import { changeDoorplate } from "#lib/providers/actions.ts";
import type { ServerDeed } from "#lib/action/outcome.ts";
import { idFor } from "#prisma/chance.ts";
import type { ProviderInWorld } from "#prisma/world.ts";
import { as, visitor, type Answer, type Form, type Person } from "#tests/support/people.ts";

/** `kind`: which deed; `pick`: with which of the things there are, and how often; `at`: the how-manieth move of the history. */
export type Move = { kind: string; pick: number; at: number };
type Who = "visitor" | "participant" | "staff" | "leader" | "admin";
/** A provider with everything a form there can name, so far, and everything there is at the other. */
export type Side = { provider: ProviderInWorld; today: string; people: Record<Who, Person>; ideas: string[]; groups: string[]; projects: string[]; activities: string[]; members: string[]; newest: Record<string, string>; other?: Side };
type Deed = { who: Who; deed: ServerDeed; form: (side: Side, move: Move) => Form; often?: (move: Move) => number };

/** The side as the world begins. Everybody keeps one browser. */
export async function begun(provider: ProviderInWorld, today: string): Promise<Side> {
  const by = (role: "staff" | "leader" | "admin") => as(provider.members.find(({ roles }) => roles.includes(role))?.key ?? "");
  const people = { visitor: visitor(provider.slug), participant: await as(provider.participants[0]?.key ?? ""), staff: await by("staff"), leader: await by("leader"), admin: await by("admin") };
  const networks = provider.networks;
  return {
    provider, people, today, ideas: networks.flatMap(({ ideas }) => ideas.map(({ id }) => id)), groups: networks.flatMap(({ groups }) => groups.map(({ id }) => id)),
    projects: networks.flatMap(({ projects = [] }) => projects.map(({ id }) => id)), activities: [], members: [], newest: {},
  };
}

/** Does one move and answers what the person was told. */
export async function moved(side: Side, move: Move): Promise<Answer[]> {
  const made = deeds[move.kind];
  if (!made) throw new Error(`nobody can “${move.kind}”`);
  const answers: Answer[] = [];
  for (let turn = 0; turn < (made.often?.(move) ?? 1); turn += 1) answers.push(await side.people[made.who].does(made.deed, made.form(side, move)));
  return answers;
}

const one = <Thing>(things: readonly Thing[], { pick }: Move): Thing => {
  const [thing] = things.slice(pick % Math.max(things.length, 1));
  if (thing === undefined) throw new Error("there is none of these to pick from");
  return thing;
};
const words = ({ pick }: Move) => ["A bench by the bus stop", "Kafija ciemā", "Wer fährt mit?", "🚌 at ten"][pick % 4] ?? "";
// Whoever makes something names it by the move: so both sides use the same ids, as nobody may.
const kinds = ["ideas", "groups", "projects", "activities", "members"] as const;
const made = (kind: (typeof kinds)[number], side: Side, { at }: Move) => {
  const id = idFor("a history", kind, at);
  if (!side[kind].includes(id)) side[kind].unshift(id);
  side.newest[kind] = id;
  return id;
};
const step = ({ at }: Move) => idFor("a history", "step", at);

/** Every id that the forms of this move could give. */
export const idsOfMove = (at: number) => [...kinds, "step"].map((kind) => idFor("a history", kind, at));

const theirs = (side: Side, kind: "ideas" | "projects", move: Move) => one(side.other?.[kind] ?? side[kind], move);
// Both providers meet these three people.
const addresses = ["kopa@example.org", "gemeinsam@example.org", "anna@vidzeme.example.org"];
const project = (move: Move): Form => ({ title: words(move), place: "Ozolmuiža", focusGroup: "older people", owner: "end user", ownerCalled: "Ausma" });

const deeds: Record<string, Deed> = {
  "propose": { who: "visitor", deed: proposeIdea, form: (side, move) => ({ id: made("ideas", side, move), network: one(side.provider.networks, move).slug, what: words(move), spoke: "self" }) },
  "propose again": { who: "participant", deed: proposeIdea, form: (side, move) => ({ id: made("ideas", side, move), network: one(side.provider.networks, move).slug, what: words(move), spoke: "self" }) },
  "type for a group": { who: "staff", deed: proposeIdea, form: (side, move) => ({ id: made("ideas", side, move), network: one(side.provider.networks, move).slug, what: words(move), spoke: "group", heads: "12", readBack: "yes" }) },
  "begin an idea": { who: "participant", deed: keepDraft, form: (side, move) => ({ id: step(move), network: one(side.provider.networks, move).slug, step: "what", what: words(move), spoke: "self" }) },
  "answer": { who: "staff", deed: answerIdea, form: (side, move) => ({ idea: one(side.ideas, move), version: "0", text: words(move) }) },
  "defer": { who: "staff", deed: deferIdea, form: (side, move) => ({ idea: one(side.ideas, move), version: "0", text: words(move) }) },
  "answer theirs": { who: "staff", deed: answerIdea, form: (side, move) => ({ idea: theirs(side, "ideas", move), version: "0", text: words(move) }) },
  "open a ticket": { who: "visitor", deed: openTicket, form: (side, move) => ({ words: ticketWords({ providerId: side.provider.id, ideaId: one(side.ideas, move), attempt: 0, language: "en" }, String(process.env.TICKET_KEY)).join(" ") }) },
  "guess tickets": { who: "visitor", deed: openTicket, form: (_side, move) => ({ words: `river chair lamp ${10 + (move.pick % 80)}` }), often: ({ pick }) => 4 + (pick % 5) },
  "guess codes": { who: "visitor", deed: useCode, form: () => ({ code: "ZZZZZZ" }), often: ({ pick }) => 4 + (pick % 5) },
  "use a code": { who: "visitor", deed: useCode, form: (side, move) => ({ code: one(side.provider.networks, move).code }) },
  "make a group": { who: "staff", deed: makeGroup, form: (side, move) => ({ id: made("groups", side, move), name: words(move), speaks: "lv", aboutSize: "12", contact: one(side.provider.members, move).member, network: one(side.provider.networks, move).id }) },
  "rest a group": { who: "staff", deed: restGroup, form: (side, move) => ({ group: one(side.groups, move) }) },
  "begin a project": { who: "staff", deed: beginProject, form: (side, move) => ({ ...project(move), id: made("projects", side, move), network: one(side.provider.networks, move).id, withoutIdea: "So." }) },
  "adopt": { who: "staff", deed: adoptIdea, form: (side, move) => ({ ...project(move), idea: one(side.ideas, move), id: made("projects", side, move) }) },
  "start": { who: "staff", deed: startProject, form: (side, move) => ({ project: one(side.projects, move), id: step(move) }) },
  "pause": { who: "staff", deed: pauseProject, form: (side, move) => ({ project: one(side.projects, move), id: step(move), why: "Winter." }) },
  "pause theirs": { who: "staff", deed: pauseProject, form: (side, move) => ({ project: theirs(side, "projects", move), id: step(move), why: "Winter." }) },
  "close": { who: "staff", deed: closeProject, form: (side, move) => ({ project: one(side.projects, move), id: step(move), outcome: "goes on", goesOnAs: "association", told: "They go on.", learned: "Two leads." }) },
  "name a person": { who: "staff", deed: namePerson, form: (side, move) => ({ id: step(move), project: one(side.projects, move), role: "helper", called: "Velta" }) },
  "log": { who: "staff", deed: logActivity, form: (side, move) => ({ id: made("activities", side, move), project: one(side.projects, move), happenedOn: side.today, what: words(move), newcomers: "3", regulars: "9", children: "4", hours: "2" }) },
  "take back": { who: "staff", deed: takeBackActivity, form: (side, move) => ({ activity: side.activities.length ? one(side.activities, move) : step(move) }) },
  "invite": { who: "admin", deed: inviteMember, form: (side, move) => ({ id: made("members", side, move), name: "Kopa", email: one(addresses, move), reads: "lv", staff: "yes" }) },
  "suspend": { who: "admin", deed: suspendMember, form: (side, move) => ({ member: side.members.length ? one(side.members, move) : step(move) }) },
  "make a network": { who: "admin", deed: makeNetwork, form: (side, move) => ({ id: step(move), name: words(move), place: "Priežmala", focusGroup: "older people", speaks: "lv", contact: side.provider.members.find(({ roles }) => roles.includes("staff"))?.member ?? "", welcome: "Hello.", houseRules: "One speaks.", whoSees: "The staff." }) },
  "replace a code": { who: "admin", deed: replaceCode, form: (side, move) => ({ network: one(side.provider.networks, move).id, id: step(move), replaces: one(side.provider.networks, move).code }) },
  "change the doorplate": { who: "admin", deed: changeDoorplate, form: (side, move) => ({ name: words(move), speaks: "lv", timeZone: "Europe/Riga", region: "LV00C" }) },
  "share": { who: "leader", deed: shareFigures, form: () => ({ read: "yes", textVersion: "1" }) },
  "stop sharing": { who: "leader", deed: stopSharing, form: () => ({}) },
};

export const kindsOfMoves = Object.keys(deeds);
