import type pg from "pg";
import { programme } from "#prisma/world.ts";
import type { ProviderInWorld } from "#prisma/world-types.ts";

/** The programme and its people, before anybody can join it. */
export async function seedProgramme(client: pg.ClientBase, age: number): Promise<void> {
  const { id, slug, name, members } = programme;
  await client.query("select set_config('app.programme_id', $1, true)", [id]);
  await client.query("insert into programmes (id, slug, name, created_at) values ($1, $2, $3, moment() - make_interval(days => $4))", [id, slug, name, age]);
  const people = [JSON.stringify(members), age - 5];
  const each = `from jsonb_to_recordset($1) as each (name text, email text, roles jsonb, member uuid, person uuid)`;
  const then = "moment() - make_interval(days => $2)";
  await client.query(`insert into programme_members (id, name, email, created_at) select member, name, email, ${then} ${each}`, people);
  // Somebody who also works at a provider is the same person there.
  await client.query(`insert into auth.persons (id, name, email, language, created_at) select person, name, email, 'en', ${then} ${each} on conflict (id) do nothing`, people);
  await client.query(
    `insert into auth.memberships (id, person_id, programme_id, member_id, role, granted_at, joined_at)
     select gen_random_uuid(), person, current_programme(), member, role, ${then}, ${then} ${each}, jsonb_array_elements_text(roles) as role`,
    people,
  );
}

/** Who belongs to the programme: both sides keep a row of their own. */
export async function joinProgramme(client: pg.ClientBase, providers: ProviderInWorld[]): Promise<void> {
  const then = `moment() - make_interval(days => case state when 'invited' then 9 else 80 end)`;
  for (const { id, partnership } of providers) {
    await client.query("select set_config('app.provider_id', $1, true)", [id]);
    await client.query(`insert into joinings (programme_id, state, state_at) select current_programme(), state, ${then} from (values ($1)) as each (state)`, [partnership]);
  }
  await client.query(
    `insert into partnerships (provider_id, state, state_at, created_at) select id, partnership, ${then}, ${then}
     from (select id, partnership, partnership as state from jsonb_to_recordset($1) as each (id uuid, partnership text)) as each`,
    [JSON.stringify(providers)],
  );
}
