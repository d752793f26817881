/** The other providers of the whole demonstration: their doorplates and people. What happened there is told in `whole-world.ts`. */
import { idFor } from "./chance.ts";
import json from "./content/world/others.json" with { type: "json" };
import type { ProviderInWorld, Role } from "./world-types.ts";

type Doorplate = {
  slug: string; name: string; sector: string; country: string; region: string | null; language: string; timeZone: string;
  startedDaysAgo?: number; invited?: boolean; sharesSince?: number; members: { key: string; name: string; roles: Role[]; invited?: boolean }[];
};

/** Without networks: those are only needed where the world is made. */
export const others: ProviderInWorld[] = (json as Doorplate[]).map(({ invited, sharesSince, members, ...doorplate }) => {
  const people = members.map((member) => ({
    ...member, email: `${member.key}@${doorplate.slug}.example.org`, member: idFor("member", doorplate.slug, member.key), person: idFor("person", doorplate.slug, member.key),
  }));
  const leader = people.find(({ roles }) => roles.includes("leader"));
  return {
    ...doorplate, id: idFor("provider", doorplate.slug), members: people, participants: [], networks: [],
    partnership: invited ? "invited" : "joined", sharing: leader && sharesSince ? { by: leader.member, daysAgo: sharesSince } : undefined,
  };
});
