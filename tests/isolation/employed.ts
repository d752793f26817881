/** Somebody with an account at a provider whom no story needs: to be changed, suspended, restored. */
import { randomUUID } from "node:crypto";
import type { ProviderInWorld } from "#prisma/world.ts";
import type { World } from "#tests/support/people.ts";

/** Makes a member of staff as they stand, and answers the member's id. */
export async function employ(world: World, { provider }: { provider: ProviderInWorld }, standing: "invited" | "joined" | "suspended"): Promise<string> {
  const [member, person] = [randomUUID(), randomUUID()];
  await world.rows(provider, "insert into members (id, name, email) values ($1, 'Somebody', $2)", [member, `${member}@example.org`]);
  await world.rows(provider, "insert into auth.persons (id, name, email, language) values ($1, 'Somebody', $2, 'en')", [person, `${member}@example.org`]);
  await world.rows(
    provider,
    `insert into auth.memberships (id, person_id, provider_id, member_id, role, joined_at, suspended_at)
     values (gen_random_uuid(), $1, $2, $3, 'staff', case when $4 <> 'invited' then moment() end, case when $4 = 'suspended' then moment() end)`,
    [person, provider.id, member, standing],
  );
  return member;
}
