import { randomUUID } from "node:crypto";
import type { ProviderInWorld } from "#prisma/world.ts";
import { rows } from "./rows.ts";
import { vidzeme } from "./walk.ts";

export type Colleague = { name: string; email: string; member: string; person: string };

/** Somebody with an account of their own, so that what happens to it disturbs no other story. */
export async function newColleague(name: string, roles: string[], provider: ProviderInWorld = vidzeme): Promise<Colleague> {
  const [member, person] = [randomUUID(), randomUUID()];
  const email = `${person.slice(0, 8)}@stories.example.org`;
  await rows(provider, "insert into members (id, name, email) values ($1, $2, $3)", [member, name, email]);
  await rows(provider, "insert into auth.persons (id, name, email, language) values ($1, $2, $3, 'en')", [person, name, email]);
  await rows(provider, "insert into auth.memberships (id, person_id, provider_id, member_id, role, joined_at) select gen_random_uuid(), $1, $2, $3, role, moment() from unnest($4::text[]) as role", [person, provider.id, member, roles]);
  return { name, email, member, person };
}
