/** The whole demonstration: what happened at every provider in two years. Only the seed needs it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chance, idFor } from "./chance.ts";
import { historyOf, type Pool } from "./history.ts";
import type { IdeaText, NetworkStory, Pace, ProjectText, Scene, Story } from "./history-types.ts";
import { others } from "./others.ts";
import { world, type NetworkInWorld, type ProviderInWorld } from "./world.ts";

/** The days that everything here reaches back. */
export const worldDays = 770;

const folder = path.resolve(import.meta.dirname, "content/world");
const read = <Json>(...names: string[]) => JSON.parse(readFileSync(path.join(folder, ...names), "utf8")) as Json;

/** The two providers told in full with the years before, then the others. */
export function wholeWorld(): ProviderInWorld[] {
  const stories = readdirSync(path.join(folder, "stories")).sort().map((name) => read<Story>("stories", name));
  return [...world.map(withYearsBefore), ...others.map((provider) => told(provider, stories.find(({ slug }) => slug === provider.slug)))];
}

const pool = (language: string): Pool => ({ ideas: read<IdeaText[]>("pools", `ideas.${language}.json`), projects: read<ProjectText[]>("pools", `projects.${language}.json`) });

// In the two providers told in full the last two months belong to what is told by hand.
// What they say there would sound odd if it had been done before.
const before: Record<string, { pace: Pace; called: string[]; notYet?: string }> = {
  ozolmuiza: { pace: { perYear: 24, inTime: 0.9, more: 6 }, called: ["Ausma", "Jānis no Liepām", "Velta", "Mirdza", "Arvīds"], notYet: "Planšetu rīts" },
  kalnaseta: { pace: { perYear: 23, inTime: 0.72, more: 4 }, called: ["Zane", "Kristīne", "Māras mamma", "Edgars"], notYet: "Aizdotie vecvecāki" },
  norderwisch: { pace: { perYear: 24, inTime: 0.86, more: 6 }, called: ["Svenja", "Torben", "Hanne", "Jule"] },
  wiesendeich: { pace: { perYear: 22, inTime: 0.78, more: 5 }, called: ["Yusuf", "Frau Petersen", "Samira", "Oleh"] },
};

function withYearsBefore(provider: ProviderInWorld): ProviderInWorld {
  const texts = pool(provider.language);
  return { ...provider, networks: oneAfterTheOther(provider.networks, (network, told) => {
    const { pace, called, notYet } = before[network.slug] ?? { pace: { perYear: 0, inTime: 1, more: 0 }, called: [] };
    const scene: Scene = { ...sceneOf(network), key: `${provider.slug} ${network.slug}`, origin: "written", called, days: worldDays - 45, pace };
    const history = historyOf(scene, { ideas: [], projects: [] }, { ...texts, projects: texts.projects.filter(({ title }) => title !== notYet), told }, 58);
    return { ...network, ideas: [...network.ideas, ...history.ideas], projects: [...(network.projects ?? []), ...history.projects] };
  }) };
}

// Each network is given what the former ones have had: the same idea twice at one provider would look made up.
function oneAfterTheOther<Network>(networks: Network[], make: (network: Network, told: Set<string>) => NetworkInWorld): NetworkInWorld[] {
  const told = new Set<string>();
  return networks.map((network) => {
    const made = make(network, told);
    for (const { what } of made.ideas) told.add(what);
    for (const { title } of made.projects ?? []) told.add(title);
    return made;
  });
}

const ordinaryDays = read<Record<string, string[]>>("pools", "ordinary-days.json");
const sceneOf = ({ language, focusGroup, place, contact, groups }: NetworkInWorld) => ({ language, focusGroup, place, contact, groups, ordinary: ordinaryDays[language] ?? [] });

function told(provider: ProviderInWorld, story: Story | undefined): ProviderInWorld {
  if (!story) return provider;
  const texts = pool(provider.language);
  return { ...provider, networks: oneAfterTheOther(story.networks, (network, told) => networkOf(provider, { ...network, called: story.called }, { ...texts, told })) };
}

function networkOf(provider: ProviderInWorld, story: NetworkStory & { called: string[] }, texts: Pool): NetworkInWorld {
  const { slug, name, place, focusGroup, welcome, rules, sees, english, meeting, called } = story;
  const key = `${provider.slug} ${slug}`;
  const origin = provider.language === "en" ? "translated" : "written";
  const { language } = provider;
  const contact = provider.members.find((member) => member.key === story.contact)?.member ?? "";
  const network: NetworkInWorld = {
    id: idFor("network", key), slug, name, place, focusGroup, language, contact, code: codeFor(key),
    texts: [
      { language, origin, welcome, houseRules: rules, whoSees: sees },
      ...(english ? [{ language: "en", origin: "translated", welcome: english.welcome, houseRules: english.rules, whoSees: english.sees }] : []),
    ],
    meetings: [{ id: idFor("meeting", key), language, origin, ...meeting }],
    groups: story.groups.map((group) => ({ id: idFor("group", key, group.name), language, contact, ...group })),
    ideas: [],
  };
  const days = Math.min(worldDays, provider.startedDaysAgo ?? worldDays) - 45;
  return { ...network, ...historyOf({ ...sceneOf(network), key, origin, called, days, pace: story }, story, texts) };
}

function codeFor(key: string): string {
  const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return Array.from({ length: 6 }, (_, n) => letters[Math.floor(chance("code", key, n) * letters.length)]).join("");
}
