/**
 * The cast and the places of the demonstration and the tests: two providers that know nothing of each other, a dozen people.
 * Everybody is invented; villages are invented or common names; regions are real. Days are counted from today.
 */
import dithmarschen from "./content/world/dithmarschen.json" with { type: "json" };
import vidzeme from "./content/world/vidzeme.json" with { type: "json" };

export type Role = "staff" | "leader" | "admin";
export type CastMember = { key: string; name: string; email: string; roles: Role[]; member: string; person: string };
export type CastParticipant = { key: string; name: string; about: Record<"en" | "de" | "lv", string>; participant: string; network: string };

export const world = [vidzeme, dithmarschen] as ProviderInWorld[];
export const programme = { id: "01900000-0000-7000-8000-00000000000a", slug: "baltic-partnership", name: "Baltic partnership (demo)" };

type Text = { language: string; origin: string; welcome: string; houseRules: string; whoSees: string };
export type NetworkInWorld = {
  id: string; slug: string; name: string; place: string; focusGroup: string; language: string; contact: string; code: string; texts: Text[];
  meetings: { id: string; inDays: number; at: string; place: string; note: string; language: string }[];
  groups: { id: string; name: string; language: string; aboutSize: number; contact: string }[];
  ideas: IdeaInWorld[];
};
export type IdeaInWorld = {
  id: string; daysAgo: number; what: string; forWhom: string; weHave: string; language: string; author: string;
  spoke: "self" | "person" | "group"; heads?: number; group?: string; typedBy?: string; readBack?: string; readBackReason?: string;
  answer?: { by: string; daysAgo: number; text: string; notNow?: boolean; former?: { by: string; daysAgo: number; text: string } };
};
export type ProviderInWorld = {
  id: string; slug: string; name: string; sector: string; country: string; region: string; language: string; timeZone: string;
  members: CastMember[]; participants: CastParticipant[]; networks: NetworkInWorld[];
};

/** Everybody who can come in at the demonstration's door. */
export type Cast = { key: string; name: string; provider: ProviderInWorld } & ({ kind: "member"; roles: Role[]; person: string } | { kind: "participant"; about: CastParticipant["about"]; participant: string; network: string });

export const cast: Cast[] = world.flatMap((provider) => [
  ...provider.members.map(({ key, name, roles, person }) => ({ kind: "member" as const, key, name, roles, person, provider })),
  ...provider.participants.map(({ key, name, about, participant, network }) => ({ kind: "participant" as const, key, name, about, participant, network, provider })),
]);

/** Whose session the door opens, and the page where this person's day begins. */
export function doorOf(person: Cast) {
  const home = `/at/${person.provider.slug}`;
  if (person.kind === "member") return { personId: person.person, goTo: `${home}/today` };
  return { providerId: person.provider.id, participantId: person.participant, goTo: `${home}/networks/${person.network}` };
}
