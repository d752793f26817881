import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { client } from "#lib/data/client.ts";
import { slugShape } from "#lib/data/shapes.ts";
import { may, type Ability, type Role } from "./abilities.ts";
import type { Actor, Door } from "./actor.ts";
import { sessionHash } from "./session.ts";

/** Who is asking at this provider, and may they? Not known here and not allowed get the same answer: not found. */
export async function enter(slug: string, ability: Ability, door: Door = "provider"): Promise<Actor> {
  const actor = await whoEnters(door, slug);
  if (!actor || !may(actor, ability)) notFound();
  return actor;
}

type Row = { place_id: string; place_name: string; language: string; time_zone: string; at: Date; actor_kind: Actor["kind"]; actor_id: string | null; actor_name: string | null; roles: Role[]; opened: string[]; proved_at: Date | null };

/** One statement, once a request; the accounts themselves lie in a schema that the product's role cannot read. */
export const whoEnters = cache(async (door: Door, slug: string): Promise<Actor | undefined> => {
  if (!slugShape.test(slug)) return undefined; // a claim from an address or a form
  const hash = await sessionHash();
  const [row] = await client.$queryRaw<Row[]>`select * from auth.who_enters(${hash}, ${door}, ${slug})`;
  if (!row) return undefined;
  const known = {
    place: { id: row.place_id, slug, name: row.place_name, language: row.language, timeZone: row.time_zone },
    at: row.at, roles: row.roles, name: row.actor_name, opened: row.opened, provedAt: row.proved_at,
  };
  return row.actor_kind === "visitor" || !row.actor_id ? { ...known, kind: "visitor", id: null } : { ...known, kind: row.actor_kind, id: row.actor_id };
});
