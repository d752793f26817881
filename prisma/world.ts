/**
 * The cast and the places of the demonstration and the tests. `world` is what every test begins with: two providers that know
 * nothing of each other, a dozen people, and a programme. Everybody is invented; villages are invented or common names; regions are real.
 */
import dithmarschenProjects from "./content/world/dithmarschen-projects.json" with { type: "json" };
import dithmarschen from "./content/world/dithmarschen.json" with { type: "json" };
import programmeJson from "./content/world/programme.json" with { type: "json" };
import vidzemeProjects from "./content/world/vidzeme-projects.json" with { type: "json" };
import vidzeme from "./content/world/vidzeme.json" with { type: "json" };
import { others } from "./others.ts";
import type { CastParticipant, ProgrammeInWorld, ProgrammeRole, ProjectInWorld, ProviderInWorld, Role } from "./world-types.ts";

export type * from "./world-types.ts";

export const world = [withProjects(vidzeme as ProviderInWorld, vidzemeProjects), withProjects(dithmarschen as ProviderInWorld, dithmarschenProjects)];
export const programme = programmeJson as ProgrammeInWorld;

/** Everybody who can come in at the demonstration's door. */
export type Cast =
  | { kind: "member"; key: string; name: string; roles: Role[]; person: string; provider: ProviderInWorld }
  | { kind: "participant"; key: string; name: string; about: CastParticipant["about"]; participant: string; network: string; provider: ProviderInWorld }
  | { kind: "programme member"; key: string; name: string; roles: ProgrammeRole[]; person: string; provider?: undefined };

export const cast: Cast[] = [
  ...[...world, ...others].flatMap((provider): Cast[] => [
    ...provider.members.filter(({ invited }) => !invited).map(({ key, name, roles, person }) => ({ kind: "member" as const, key, name, roles, person, provider })),
    ...provider.participants.map(({ key, name, about, participant, network }) => ({ kind: "participant" as const, key, name, about, participant, network, provider })),
  ]),
  ...programme.members.map(({ key, name, roles, person }) => ({ kind: "programme member" as const, key, name, roles, person })),
];

/** Whose session the door opens, and the page where this person's day begins. */
export function doorOf(person: Cast) {
  if (person.kind === "programme member") return { personId: person.person, goTo: `/programme/${programme.slug}` };
  const home = `/at/${person.provider.slug}`;
  if (person.kind === "member") return { personId: person.person, goTo: `${home}/today` };
  return { providerId: person.provider.id, participantId: person.participant, goTo: `${home}/networks/${person.network}` };
}

function withProjects(provider: ProviderInWorld, projects: unknown): ProviderInWorld {
  const of = projects as Record<string, ProjectInWorld[]>;
  return { ...provider, networks: provider.networks.map((network) => ({ ...network, projects: of[network.slug] ?? [] })) };
}
