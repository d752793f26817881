import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import { rolesAt } from "#lib/access/memberships.ts";
import { readsIdeas } from "#lib/people/standings.ts";

/** A network's contact is named to participants as who reads their ideas: may this member? Not found where there is no such member. */
export async function mayReadIdeas({ place }: Actor, contact: string): Promise<boolean> {
  return readsIdeas(here((await rolesAt({ providerId: place.id })).get(contact)));
}

export const contactReadsNoIdeas = () => new Refusal("contactReadsNoIdeas", { field: "contact" });
