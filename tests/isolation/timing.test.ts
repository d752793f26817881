/** Another provider's id and one that is nowhere cost the same statements and give the same bytes. TIMING_ROUNDS=2000 prints how long each takes; no timing fails here. */
import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import GroupPage from "#app/[locale]/at/[provider]/groups/[group]/page.tsx";
import IdeaPage from "#app/[locale]/at/[provider]/ideas/[idea]/page.tsx";
import ProjectPage from "#app/[locale]/at/[provider]/projects/[project]/page.tsx";
import TicketOfIdea from "#app/[locale]/at/[provider]/ticket/[idea]/page.tsx";
import { answerIdea } from "#lib/ideas/actions.ts";
import { as, dithmarschen, inTheWorld } from "#tests/support/people.ts";
import { compared, figures, pairwise, type Call } from "./timing.ts";

const world = inTheWorld();
const rounds = Number(process.env.TIMING_ROUNDS ?? 10);
const lines: string[] = [];
afterAll(() => {
  if (lines.length > 0 && process.env.TIMING_ROUNDS) console.log(`Trimmed means of ${rounds} calls each, another provider's id | an id that is nowhere:\n${lines.join("\n")}`);
});

const [staff, participant] = [{ person: () => as("ilze") }, { person: () => as("valdis") }];
const props = (params: object) => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", ...params }), searchParams: Promise.resolve({}) }) as never;
const ideas = dithmarschen.networks.flatMap((network) => network.ideas.map(({ id }) => id));
const groups = dithmarschen.networks.flatMap((network) => network.groups.map(({ id }) => id));
const projects = dithmarschen.networks.flatMap((network) => (network.projects ?? []).map(({ id }) => id));

const calls: [string, string[], () => Promise<Call>][] = [
  ["an idea's page", ideas, async () => { const ilze = await staff.person(); return (idea) => ilze.sees(() => IdeaPage(props({ idea }))); }],
  ["a ticket's page", ideas, async () => { const valdis = await participant.person(); return (idea) => valdis.sees(() => TicketOfIdea(props({ idea }))); }],
  ["a group's page", groups, async () => { const ilze = await staff.person(); return (group) => ilze.sees(() => GroupPage(props({ group }))); }],
  ["a project's page", projects, async () => { const ilze = await staff.person(); return (project) => ilze.sees(() => ProjectPage(props({ project }))); }],
  ["an answer", ideas, async () => { const ilze = await staff.person(); return async (idea) => { await world.owner.query("delete from auth.limits"); return ilze.does(answerIdea, { idea, version: "0", text: "Yes" }); }; }],
];

test.each(calls)("of %s", async (what, foreign, arrive) => {
  const call = await arrive();
  await compared(3, call, { foreign: randomUUID, random: randomUUID }); // the first calls warm up
  const took = await compared(rounds, call, { foreign: () => foreign[Math.floor(Math.random() * foreign.length)] ?? "", random: randomUUID });
  expect([...took.told.answered]).toEqual(['"not found"']);
  expect(took.told.asked.size).toBe(1);
  const [theirs, nowhere, { longer, median }] = [figures(took.foreign), figures(took.random), pairwise(took)];
  lines.push(`  ${what.padEnd(17)} ${theirs.mean.toFixed(2)} | ${nowhere.mean.toFixed(2)} ms, p95 ${theirs.p95.toFixed(1)} | ${nowhere.p95.toFixed(1)} ms; longer in ${longer} of ${rounds} rounds, by ${(median * 1_000).toFixed(0)} µs in the middle`);
}, 120_000 + rounds * 1_000);
