import type pg from "pg";
import { seedIdeas } from "#prisma/seed-ideas.ts";
import type { ProviderInWorld } from "#prisma/world.ts";

type Setting = { place: number; ticketKey: string };

/** One provider with its people, networks, groups and ideas, inside the caller's transaction. */
export async function seedProvider(client: pg.ClientBase, provider: ProviderInWorld, { place, ticketKey }: Setting): Promise<void> {
  await makeProvider(client, provider, place);
  // The owner's rows are guarded too. With the provider's time zone set, a date and a time of day are its own.
  await client.query("select set_config('app.provider_id', $1, true), set_config('timezone', $2, true)", [provider.id, provider.timeZone]);
  await employ(client, provider);
  await openNetworks(client, provider);
  await formGroups(client, provider);
  await seedIdeas(client, provider, ticketKey);
}

// The first of the world is the oldest: lists by age begin with it.
async function makeProvider(client: pg.ClientBase, { id, slug, name, sector, country, region, language, timeZone }: ProviderInWorld, place: number): Promise<void> {
  await client.query(
    `insert into providers (id, slug, name, sector, country, nuts_version, region_code, language, time_zone, created_at)
     values ($1, $2, $3, $4, $5, (select max(nuts_version) from regions where code = $6), $6, $7, $8, moment() - make_interval(days => 120 - $9))`,
    [id, slug, name, sector, country, region, language, timeZone, place],
  );
}

async function employ(client: pg.ClientBase, { members, language }: ProviderInWorld): Promise<void> {
  const people = JSON.stringify(members);
  const each = `from jsonb_to_recordset($1) as each (name text, email text, roles jsonb, member uuid, person uuid)`;
  await client.query(`insert into members (id, name, email, created_at) select member, name, email, moment() - interval '110 days' ${each}`, [people]);
  await client.query(`insert into auth.persons (id, name, email, language, created_at) select person, name, email, $2, moment() - interval '110 days' ${each}`, [people, language]);
  await client.query(
    `insert into auth.memberships (id, person_id, provider_id, member_id, role, granted_at)
     select gen_random_uuid(), person, current_provider(), member, role, moment() - interval '110 days' ${each}, jsonb_array_elements_text(roles) as role`,
    [people],
  );
}

async function openNetworks(client: pg.ClientBase, { networks }: ProviderInWorld): Promise<void> {
  await client.query(
    `insert into networks (id, slug, name, place, focus_group, language, contact_id, created_at)
     select id, slug, name, place, "focusGroup", language, contact, moment() - make_interval(days => "daysAgo")
     from jsonb_to_recordset($1) as each (id uuid, slug text, name text, place text, "focusGroup" text, language text, contact uuid, "daysAgo" int)`,
    [JSON.stringify(networks.map((network, at) => ({ ...network, daysAgo: 100 - at })))],
  );
  await client.query(
    `insert into network_texts (network_id, language, origin, welcome, house_rules, who_sees)
     select "networkId", language, origin, welcome, "houseRules", "whoSees"
     from jsonb_to_recordset($1) as each ("networkId" uuid, language text, origin text, welcome text, "houseRules" text, "whoSees" text)`,
    [JSON.stringify(networks.flatMap(({ id, texts }) => texts.map((text) => ({ networkId: id, ...text }))))],
  );
  await client.query(
    `insert into visitor_codes (network_id, code, created_at)
     select id, code, moment() - interval '90 days' from jsonb_to_recordset($1) as each (id uuid, code text)`,
    [JSON.stringify(networks)],
  );
  await client.query(
    `insert into meetings (id, network_id, starts_at, place, note, language, origin)
     select id, "networkId", moment()::date + "inDays" + at, place, note, language, 'written'
     from jsonb_to_recordset($1) as each (id uuid, "networkId" uuid, "inDays" int, at time, place text, note text, language text)`,
    [JSON.stringify(networks.flatMap(({ id, meetings }) => meetings.map((meeting) => ({ networkId: id, ...meeting }))))],
  );
}

async function formGroups(client: pg.ClientBase, { networks }: ProviderInWorld): Promise<void> {
  const groups = JSON.stringify(networks.flatMap((network) => network.groups.map((group) => ({ networkId: network.id, ...group }))));
  await client.query(
    `insert into groups (id, network_id, name, language, about_size, contact_id, created_at)
     select id, "networkId", name, language, "aboutSize", contact, moment() - interval '80 days'
     from jsonb_to_recordset($1) as each (id uuid, "networkId" uuid, name text, language text, "aboutSize" int, contact uuid)`,
    [groups],
  );
  await client.query("insert into group_steps (id, group_id, step, member_id, at) select gen_random_uuid(), id, 'made', contact_id, created_at from groups");
}
