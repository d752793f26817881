/** Every way we know to make a hole, for every table, policy and key there is: the checks of the other files must see each of them. */
import type { Tenant } from "./catalogue.ts";

/** `about`: what a fault found must speak of. */
export type Breakage = { statement: string; about: string };

/** Everything that makes a table's policy less than it is. */
export function holesInPolicy({ name, lead }: Tenant): Breakage[] {
  const policy = lead.replace("_id", "");
  return [
    `drop policy ${policy} on ${name}`,
    `alter policy ${policy} on ${name} using (true)`,
    `alter policy ${policy} on ${name} with check (true)`,
    `alter policy ${policy} on ${name} to app_user`,
    `create policy another on ${name} using (${lead} is not null)`,
    `alter table ${name} no force row level security`,
    `alter table ${name} disable row level security`,
    `alter table ${name} alter ${lead} drop default`,
  ].map((statement) => ({ statement, about: name }));
}

/** Everything else that can be wrong with a table; its keys and rights have files of their own. */
export function holesInTable({ name, lead }: Tenant): Breakage[] {
  return [
    `comment on column ${name}.${lead} is 'who knows'`,
    `create rule quietly as on delete to ${name} do instead nothing`,
    `create trigger loudly before update on ${name} for each row execute function suppress_redundant_updates_trigger()`,
    `create index ${name}_hole on ${name} ((1))`,
    `alter table ${name} add column hole jsonb; create index on ${name} (${lead}, hole)`,
    `create view ${name}_seen as select * from ${name}; grant select on ${name}_seen to app_user`,
    `create materialized view ${name}_kept as select * from ${name}; grant select on ${name}_kept to app_user`,
  ].map((statement) => ({ statement, about: name }));
}

/** The holes beside the tables. */
export const holesElsewhere: Breakage[] = [
  { statement: "create table loose (id uuid)", about: "loose" },
  { statement: "create table loose (provider_id uuid not null default current_provider(), id uuid)", about: "loose" },
  { statement: "alter table ideas add column mood text", about: "ideas.mood" },
  { statement: "alter table auth.persons add column mood text", about: "auth.persons.mood" },
  { statement: "create table auth.loose (idea uuid, provider_id uuid, foreign key (provider_id, idea) references ideas (provider_id, id))", about: "loose" },
  { statement: "create function peek() returns setof ideas language sql security definer as 'select * from ideas'; grant execute on function peek() to app_user", about: "peek()" },
  { statement: "alter function auth.who_enters reset search_path", about: "who_enters" },
  { statement: "grant execute on function next_number(text) to public", about: "next_number" },
  { statement: "grant select on auth.persons to app_user", about: "auth.persons" },
  { statement: "grant select (email) on auth.persons to app_user", about: "persons.email" },
  { statement: "grant update (slug) on providers to auth_user", about: "providers.slug" },
  { statement: "grant select (what) on ideas to publisher", about: "ideas.what" },
  { statement: "grant select on activities to publisher", about: "activities" },
  { statement: "grant update on sharings to publisher", about: "sharings" },
  { statement: "grant insert on figures to app_user", about: "figures" },
  { statement: "grant app_user to publisher", about: "publisher as app_user" },
  { statement: "grant insert on providers to app_user", about: "providers" },
  { statement: "grant truncate on pgboss.job to app_user", about: "pgboss.job" },
  { statement: "create schema another; create table another.loose (id uuid); grant select on another.loose to app_user", about: "another.loose" },
  { statement: "grant create on schema public to app_user", about: "public" },
  { statement: "grant create on schema public to app_user; alter table ideas owner to app_user", about: "table ideas" },
  { statement: "alter default privileges grant select on tables to app_user", about: "SELECT" },
  { statement: "alter role app_user createdb", about: "app_user" },
  { statement: "alter role auth_user createrole", about: "auth_user" },
  { statement: "grant auth_user to app_user", about: "app_user as auth_user" },
  { statement: "alter role publisher set row_security = off", about: "publisher: row_security" },
  { statement: "create or replace function current_provider() returns uuid language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.provider_id', true), '')::uuid, (select id from providers limit 1)) $$", about: "current_provider()" },
  { statement: "alter function current_programme() volatile", about: "current_programme()" },
  { statement: "alter function current_provider() security definer", about: "current_provider()" },
  { statement: "alter function current_provider() set search_path = public", about: "current_provider()" },
];
