import type pg from "pg";
import { seedIdeas } from "#prisma/seed-ideas.ts";
import { seedProjects } from "#prisma/seed-projects.ts";
import type { ProviderInWorld } from "#prisma/world-types.ts";

/** `age`: for how many days the provider has been here. */
type Setting = { age: number; ticketKey: string };

/** One provider with its people, networks, groups, ideas and micro projects, inside the caller's transaction. */
export async function seedProvider(client: pg.ClientBase, provider: ProviderInWorld, { age, ticketKey }: Setting): Promise<void> {
  await makeProvider(client, provider, age);
  // The owner's rows are guarded too. With the provider's time zone set, a date and a time of day are its own.
  await client.query("select set_config('app.provider_id', $1, true), set_config('timezone', $2, true)", [provider.id, provider.timeZone]);
  await employ(client, provider, age - 10);
  await openNetworks(client, provider, age - 20);
  await formGroups(client, provider, age - 40);
  await seedIdeas(client, provider, ticketKey);
  await seedProjects(client, provider);
  await share(client, provider);
}

async function makeProvider(client: pg.ClientBase, { id, slug, name, sector, country, region, language, timeZone }: ProviderInWorld, age: number): Promise<void> {
  await client.query(
    `insert into providers (id, slug, name, sector, country, nuts_version, region_code, language, time_zone, created_at)
     values ($1, $2, $3, $4, $5, (select max(nuts_version) from regions where code = $6), $6, $7, $8, moment() - make_interval(days => $9))`,
    [id, slug, name, sector, country, region, language, timeZone, age],
  );
}

/** Who is invited was asked last week and has not come in yet. */
async function employ(client: pg.ClientBase, { members, language }: ProviderInWorld, age: number): Promise<void> {
  const people = JSON.stringify(members.map(({ invited = false, ...member }) => ({ ...member, invited, daysAgo: invited ? 6 : age })));
  const each = `from jsonb_to_recordset($1) as each (name text, email text, roles jsonb, member uuid, person uuid, invited boolean, "daysAgo" int)`;
  const then = `moment() - make_interval(days => "daysAgo")`;
  await client.query(`insert into members (id, name, email, created_at) select member, name, email, ${then} ${each}`, [people]);
  await client.query(`insert into auth.persons (id, name, email, language, created_at) select person, name, email, $2, ${then} ${each}`, [people, language]);
  await client.query(
    `insert into auth.memberships (id, person_id, provider_id, member_id, role, granted_at, joined_at)
     select gen_random_uuid(), person, current_provider(), member, role, ${then}, case when not invited then ${then} end ${each}, jsonb_array_elements_text(roles) as role`,
    [people],
  );
}

async function openNetworks(client: pg.ClientBase, { networks }: ProviderInWorld, age: number): Promise<void> {
  await client.query(
    `insert into networks (id, slug, name, place, focus_group, language, contact_id, created_at)
     select id, slug, name, place, "focusGroup", language, contact, moment() - make_interval(days => "daysAgo")
     from jsonb_to_recordset($1) as each (id uuid, slug text, name text, place text, "focusGroup" text, language text, contact uuid, "daysAgo" int)`,
    [JSON.stringify(networks.map((network, at) => ({ ...network, daysAgo: age - at })))],
  );
  await client.query(
    `insert into network_texts (network_id, language, origin, welcome, house_rules, who_sees)
     select "networkId", language, origin, welcome, "houseRules", "whoSees"
     from jsonb_to_recordset($1) as each ("networkId" uuid, language text, origin text, welcome text, "houseRules" text, "whoSees" text)`,
    [JSON.stringify(networks.flatMap(({ id, texts }) => texts.map((text) => ({ networkId: id, ...text }))))],
  );
  await client.query(
    `insert into visitor_codes (network_id, code, created_at)
     select id, code, moment() - make_interval(days => $2) from jsonb_to_recordset($1) as each (id uuid, code text)`,
    [JSON.stringify(networks), age - 10],
  );
  await client.query(
    `insert into meetings (id, network_id, starts_at, place, note, language, origin)
     select id, "networkId", moment()::date + "inDays" + at, place, note, language, coalesce(origin, 'written')
     from jsonb_to_recordset($1) as each (id uuid, "networkId" uuid, "inDays" int, at time, place text, note text, language text, origin text)`,
    [JSON.stringify(networks.flatMap(({ id, meetings }) => meetings.map((meeting) => ({ networkId: id, ...meeting }))))],
  );
}

async function formGroups(client: pg.ClientBase, { networks }: ProviderInWorld, age: number): Promise<void> {
  const groups = JSON.stringify(networks.flatMap((network) => network.groups.map((group) => ({ networkId: network.id, ...group }))));
  await client.query(
    `insert into groups (id, network_id, name, language, about_size, contact_id, created_at)
     select id, "networkId", name, language, "aboutSize", contact, moment() - make_interval(days => $2)
     from jsonb_to_recordset($1) as each (id uuid, "networkId" uuid, name text, language text, "aboutSize" int, contact uuid)`,
    [groups, age],
  );
  await client.query("insert into group_steps (id, group_id, step, member_id, at) select gen_random_uuid(), id, 'made', contact_id, created_at from groups");
}

async function share(client: pg.ClientBase, { sharing, language }: ProviderInWorld): Promise<void> {
  if (!sharing) return;
  const since = "moment() - make_interval(days => $1)";
  await client.query(`insert into sharings (state, text_version, state_at) values ('on', 1, ${since})`, [sharing.daysAgo]);
  await client.query(
    `insert into sharing_steps (id, step, text_version, language, member_id, at) values (gen_random_uuid(), 'on', 1, $2, $3, ${since})`,
    [sharing.daysAgo, language, sharing.by],
  );
}
