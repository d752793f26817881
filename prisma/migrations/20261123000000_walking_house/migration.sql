-- The ground floor: who asks, which provider's rows exist for them, and what every column is for.

revoke all on schema public from public;
alter default privileges revoke execute on functions from public;

-- Settings are made with the role, so that a role the operator made keeps the operator's own.
do $$ begin
  if not exists (select from pg_roles where rolname = 'app_user') then
    create role app_user login nosuperuser nobypassrls nocreaterole nocreatedb;
    alter role app_user set statement_timeout = '5s';
    alter role app_user set lock_timeout = '2s';
    alter role app_user set idle_in_transaction_session_timeout = '10s';
    alter role app_user set row_security = on;
  end if;
  if not exists (select from pg_roles where rolname = 'auth_user') then
    create role auth_user login nosuperuser nobypassrls nocreaterole nocreatedb;
    alter role auth_user set statement_timeout = '5s';
    alter role auth_user set lock_timeout = '2s';
  end if;
end $$;

-- Nobody enters by default, and nobody makes temporary tables, which no policy guards.
do $$ begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to app_user, auth_user', current_database());
end $$;

create schema auth;
grant usage on schema public to app_user, auth_user;
grant usage on schema auth to app_user, auth_user;

-- nullif: after a transaction that set it, the setting is '' and not null.
create function current_provider() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.provider_id', true), '')::uuid $$;
create function current_programme() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.programme_id', true), '')::uuid $$;
-- Every moment is asked here: tests set the clock of their own database by replacing it.
create function moment() returns timestamptz language sql stable parallel safe
  as $$ select date_trunc('milliseconds', now()) $$;
grant execute on function current_provider(), current_programme(), moment() to app_user, auth_user;

-- The first guard: a tenant table's rows exist for their own provider only, and for nobody without one.
create procedure guard(t regclass, rights text default 'select, insert, update, delete') language plpgsql as $$ begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy provider on %s using (provider_id = current_provider()) with check (provider_id = current_provider())', t);
  execute format('grant %s on %s to app_user', rights, t);
end $$;

-- The same guard for what a programme owns.
create procedure guard_programme(t regclass, rights text default 'select, insert, update, delete') language plpgsql as $$ begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy programme on %s using (programme_id = current_programme()) with check (programme_id = current_programme())', t);
  execute format('grant %s on %s to app_user', rights, t);
end $$;

-- What a column is for. class: key, time, setting, state, words, personal, contact, secret · ret: how long it is kept ·
-- export: goes out with "all about me" or with the provider's own export · erase: what happens when a person asks to be forgotten.
create procedure tag(t regclass, columns text[], tags text) language plpgsql as $$
declare c text; begin
  foreach c in array columns loop execute format('comment on column %s.%I is %L', t, c, tags); end loop;
end $$;

-- Regions, programmes, providers: few, small, public.

create table regions (
  nuts_version text not null, code text not null, name text not null,
  country text not null check (country in ('DE', 'DK', 'EE', 'FI', 'LT', 'LV', 'PL', 'SE')),
  primary key (nuts_version, code));
create table programmes (
  id uuid primary key, slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), name text not null,
  created_at timestamptz(3) not null default moment());
create table providers (
  id uuid primary key, slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), name text not null,
  sector text not null check (sector in ('public', 'private', 'third')),
  country text not null check (country in ('DE', 'DK', 'EE', 'FI', 'LT', 'LV', 'PL', 'SE')),
  nuts_version text not null, region_code text not null,
  language text not null check (language ~ '^[a-z]{2,3}$'), time_zone text not null,
  created_at timestamptz(3) not null default moment(),
  foreign key (nuts_version, region_code) references regions (nuts_version, code) on delete restrict on update no action);
create index on providers (nuts_version, region_code);
create table demo_mark (made_at timestamptz(3) primary key default moment());
grant select on regions, programmes, providers, demo_mark to app_user, auth_user;

create table partnerships (
  programme_id uuid not null default current_programme() references programmes on delete restrict on update no action,
  provider_id uuid not null references providers on delete restrict on update no action,
  created_at timestamptz(3) not null default moment(),
  primary key (programme_id, provider_id));
call guard_programme('partnerships', 'select');

-- Accounts: a schema whose tables the running product cannot read.

create table auth.persons (
  id uuid primary key, name text not null, email text unique check (email = lower(email)),
  language text not null check (language ~ '^[a-z]{2,3}$'), created_at timestamptz(3) not null default moment());
create table auth.memberships (
  id uuid primary key, person_id uuid not null references auth.persons on delete restrict on update no action,
  provider_id uuid references providers on delete restrict on update no action,
  programme_id uuid references programmes on delete restrict on update no action,
  member_id uuid not null, role text not null, granted_at timestamptz(3) not null default moment(),
  check (case when provider_id is null then programme_id is not null and role in ('partner', 'editor', 'manager')
              else programme_id is null and role in ('staff', 'leader', 'admin') end),
  unique nulls not distinct (person_id, provider_id, programme_id, role));
create unique index on auth.memberships (provider_id, member_id, role);
create index on auth.memberships (programme_id);
create table auth.sessions (
  hash bytea primary key, person_id uuid references auth.persons on delete restrict on update no action,
  created_at timestamptz(3) not null default moment(), expires_at timestamptz(3) not null);
create index on auth.sessions (expires_at);
create index on auth.sessions (person_id);
-- One device may speak at two providers; neither learns of the other.
create table auth.session_participants (
  session_hash bytea not null references auth.sessions on delete cascade on update cascade,
  provider_id uuid not null references providers on delete restrict on update no action,
  participant_id uuid not null, created_at timestamptz(3) not null default moment(),
  primary key (session_hash, provider_id));
create index on auth.session_participants (provider_id, participant_id);
-- Three words let a session read one idea and nothing else of the person who said it.
create table auth.session_tickets (
  session_hash bytea not null references auth.sessions on delete cascade on update cascade,
  provider_id uuid not null references providers on delete restrict on update no action,
  idea_id uuid not null, created_at timestamptz(3) not null default moment(),
  primary key (session_hash, provider_id, idea_id));
create index on auth.session_tickets (provider_id);
create table auth.limits (
  key text not null, slot timestamptz(3) not null, used int not null, primary key (key, slot));
create index on auth.limits (slot);
create table auth.refusals (
  id uuid primary key default gen_random_uuid(), provider_id uuid, ability text not null, kind text not null,
  at timestamptz(3) not null default moment());
create index on auth.refusals (provider_id, at);
create index on auth.refusals (at);
grant select, insert, update, delete on all tables in schema auth to auth_user;

-- The one question the product may ask about accounts: who is at this door, and by which roles?
-- No row: no such place. Somebody without a right session is a visitor.
create function auth.who_enters(session_hash bytea, door text, slug text)
  returns table (place_id uuid, place_name text, language text, time_zone text, at timestamptz,
                 actor_kind text, actor_id uuid, actor_name text, roles text[], opened uuid[])
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with place as (
    select p.id, p.name, p.language, p.time_zone from public.providers p where door = 'provider' and p.slug = $3
    union all
    select p.id, p.name, 'en', 'Etc/UTC' from public.programmes p where door = 'programme' and p.slug = $3)
  select place.id, place.name, place.language, place.time_zone, public.moment(),
    case when member.ids is not null then 'member' when visit.participant_id is not null then 'participant' else 'visitor' end,
    coalesce(member.ids[1], visit.participant_id),
    case when member.ids is not null then person.name end,
    coalesce(member.roles, array[case when visit.participant_id is null then 'visitor' else 'participant' end]),
    array(select t.idea_id from auth.session_tickets t where t.session_hash = session.hash and t.provider_id = place.id)
  from place
  left join auth.sessions session on session.hash = $1 and session.expires_at > public.moment()
  left join auth.persons person on person.id = session.person_id
  left join lateral (
    select array_agg(m.member_id order by m.granted_at, m.member_id) as ids, array_agg(m.role order by m.role) as roles from auth.memberships m
    where m.person_id = session.person_id and place.id in (m.provider_id, m.programme_id)) member on true
  left join auth.session_participants visit on visit.session_hash = session.hash and visit.provider_id = place.id $$;
grant execute on function auth.who_enters to app_user;

-- Tenant tables: provider_id first, in every key; guarded.

create table members (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  id uuid not null, name text not null, email text, created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id));
call guard('members');

create table participants (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  id uuid not null, language text not null check (language ~ '^[a-z]{2,3}$'),
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id));
call guard('participants');

-- Numbers that people can say on the phone, one series a noun and provider.
create table counters (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  noun text not null, last int not null, primary key (provider_id, noun));
call guard('counters', 'select, insert, update');
-- A column's default, so that no code counts: the row of the series stays locked until the deed is done.
create function next_number(series text) returns int language sql volatile
  as $$ insert into counters (noun, last) values (series, 1)
        on conflict (provider_id, noun) do update set last = counters.last + 1 returning last $$;
grant execute on function next_number(text) to app_user;

create table networks (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  id uuid not null, slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), name text not null, place text not null,
  focus_group text not null check (focus_group in ('single parents', 'older people', 'migrants and refugees', 'long-term unemployed',
    'people with disabilities', 'people with mental ill-health', 'young people outside work and school', 'families at risk',
    'people leaving prison or rehabilitation', 'carers')),
  language text not null check (language ~ '^[a-z]{2,3}$'), contact_id uuid not null,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id), unique (provider_id, slug),
  foreign key (provider_id, contact_id) references members (provider_id, id) on delete restrict on update no action);
create index on networks (provider_id, contact_id);
call guard('networks');

create table network_texts (
  provider_id uuid not null default current_provider(), network_id uuid not null,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  origin text not null check (origin in ('written', 'typed for', 'translated', 'machine')),
  welcome text not null, house_rules text not null, who_sees text not null,
  primary key (provider_id, network_id, language),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action);
call guard('network_texts');

-- Printed on posters: may be replaced, opens only what everybody may see.
create table visitor_codes (
  provider_id uuid not null default current_provider(), network_id uuid not null, code text not null,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, network_id), unique (provider_id, code),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action);
call guard('visitor_codes');

create table meetings (
  provider_id uuid not null default current_provider(), id uuid not null, network_id uuid not null,
  starts_at timestamptz(3) not null, place text not null, note text not null,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  origin text not null check (origin in ('written', 'typed for', 'translated', 'machine')),
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action);
create index on meetings (provider_id, network_id, starts_at);
call guard('meetings');

-- End-user groups: the people who act together; no list of people is kept.
create table groups (
  provider_id uuid not null default current_provider(), id uuid not null, network_id uuid not null,
  name text not null, language text not null check (language ~ '^[a-z]{2,3}$'), about_size int not null check (about_size between 2 and 500),
  contact_id uuid not null, state text not null default 'active' check (state in ('active', 'resting')), version int not null default 1,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, contact_id) references members (provider_id, id) on delete restrict on update no action);
create index on groups (provider_id, network_id, state, name);
create index on groups (provider_id, contact_id);
call guard('groups');
create table group_steps (
  provider_id uuid not null default current_provider(), id uuid not null, group_id uuid not null,
  step text not null check (step in ('made', 'rested', 'woken')), member_id uuid not null,
  at timestamptz(3) not null default moment(),
  primary key (provider_id, id),
  foreign key (provider_id, group_id) references groups (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, member_id) references members (provider_id, id) on delete restrict on update no action);
create index on group_steps (provider_id, group_id, at);
create index on group_steps (provider_id, member_id);
call guard('group_steps', 'select, insert');
create table group_versions (
  provider_id uuid not null default current_provider(), group_id uuid not null, version int not null,
  name text not null, language text not null, about_size int not null, contact_id uuid not null,
  replaced_by uuid not null, replaced_at timestamptz(3) not null default moment(),
  primary key (provider_id, group_id, version),
  foreign key (provider_id, group_id) references groups (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, contact_id) references members (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, replaced_by) references members (provider_id, id) on delete restrict on update no action);
create index on group_versions (provider_id, contact_id);
create index on group_versions (provider_id, replaced_by);
call guard('group_versions', 'select, insert');

create table ideas (
  provider_id uuid not null default current_provider(), id uuid not null, number int not null default next_number('idea'), network_id uuid not null,
  what text not null, for_whom text not null, we_have text not null,
  language text not null check (language ~ '^[a-z]{2,3}$'), origin text not null check (origin in ('written', 'typed for')),
  author_id uuid not null, spoke text not null check (spoke in ('self', 'person', 'group')), heads int check (heads between 2 and 500),
  group_id uuid, typed_by uuid, read_back text check (read_back in ('yes', 'corrected', 'not possible')), read_back_reason text,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id), unique (provider_id, number),
  check ((spoke = 'group') = (heads is not null)), check (group_id is null or spoke = 'group'),
  check ((origin = 'typed for') = (typed_by is not null)), check ((typed_by is null) = (read_back is null)),
  check ((spoke = 'self') = (typed_by is null)),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, author_id) references participants (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, group_id) references groups (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, typed_by) references members (provider_id, id) on delete restrict on update no action);
create index on ideas (provider_id, network_id, created_at, id);
create index on ideas (provider_id, created_at, id);
create index on ideas (provider_id, author_id);
create index on ideas (provider_id, group_id);
create index on ideas (provider_id, typed_by);
call guard('ideas');

create table answers (
  provider_id uuid not null default current_provider(), idea_id uuid not null, text text not null,
  language text not null check (language ~ '^[a-z]{2,3}$'), origin text not null check (origin in ('written', 'translated', 'machine')),
  author_id uuid not null, version int not null default 1, written_at timestamptz(3) not null default moment(),
  primary key (provider_id, idea_id),
  foreign key (provider_id, idea_id) references ideas (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, author_id) references members (provider_id, id) on delete restrict on update no action);
create index on answers (provider_id, author_id);
call guard('answers');
create table answer_versions (
  provider_id uuid not null default current_provider(), idea_id uuid not null, version int not null, text text not null,
  language text not null, author_id uuid not null, written_at timestamptz(3) not null,
  primary key (provider_id, idea_id, version),
  foreign key (provider_id, idea_id) references answers (provider_id, idea_id) on delete restrict on update no action,
  foreign key (provider_id, author_id) references members (provider_id, id) on delete restrict on update no action);
create index on answer_versions (provider_id, author_id);
call guard('answer_versions', 'select, insert');
-- "Not now": says of one version of an answer that the idea waits; a later answer leaves it standing as history.
create table deferrals (
  provider_id uuid not null default current_provider(), idea_id uuid not null, answer_version int not null,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, idea_id, answer_version),
  foreign key (provider_id, idea_id) references answers (provider_id, idea_id) on delete restrict on update no action);
call guard('deferrals', 'select, insert');

-- What waits for somebody, oldest first; the deed that answers removes the row, and so settles two at once.
create table waits (
  provider_id uuid not null default current_provider(), noun text not null check (noun in ('idea')), subject_id uuid not null,
  network_id uuid not null, since timestamptz(3) not null, due_at timestamptz(3) not null,
  primary key (provider_id, noun, subject_id),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action);
create index on waits (provider_id, due_at, subject_id);
create index on waits (provider_id, network_id);
call guard('waits', 'select, insert, delete');

create table tickets (
  provider_id uuid not null default current_provider(), idea_id uuid not null,
  language text not null check (language ~ '^[a-z]{2,3}$'), attempt int not null, words_hash bytea not null,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, idea_id), unique (provider_id, words_hash),
  foreign key (provider_id, idea_id) references ideas (provider_id, id) on delete restrict on update no action);
call guard('tickets', 'select, insert');

create table drafts (
  provider_id uuid not null default current_provider(), id uuid not null, network_id uuid not null,
  actor_kind text not null check (actor_kind in ('participant', 'member')), actor_id uuid not null,
  what text not null, for_whom text, spoke text not null check (spoke in ('self', 'person', 'group')),
  heads int check (heads between 2 and 500), group_id uuid, touched_at timestamptz(3) not null default moment(),
  primary key (provider_id, id),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, group_id) references groups (provider_id, id) on delete restrict on update no action);
create index on drafts (provider_id, actor_id, network_id);
create index on drafts (provider_id, network_id);
create index on drafts (provider_id, group_id);
call guard('drafts');

create table events (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  id uuid not null, at timestamptz(3) not null default moment(),
  actor_kind text not null check (actor_kind in ('member', 'participant', 'visitor')), actor_id uuid,
  deed text not null, subject_kind text not null, subject_id uuid not null, network_id uuid,
  origin text not null check (origin in ('web', 'api', 'job', 'import')), changed text,
  primary key (provider_id, id), check ((actor_kind = 'visitor') = (actor_id is null)));
create index on events (provider_id, subject_id, at);
create index on events (provider_id, at, id);
call guard('events', 'select, insert');

create table files (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  id uuid not null, media_type text not null, size int not null check (size >= 0), sha256 bytea not null,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id));
call guard('files');

-- Column tags.

call tag('regions', array['nuts_version', 'code', 'name', 'country'], 'class=setting;ret=forever;export=yes;erase=keep');
call tag('programmes', array['id'], 'class=key;ret=forever;export=yes;erase=keep');
call tag('programmes', array['slug', 'name'], 'class=setting;ret=forever;export=yes;erase=keep');
call tag('programmes', array['created_at'], 'class=time;ret=forever;export=yes;erase=keep');
call tag('providers', array['id'], 'class=key;ret=provider;export=yes;erase=keep');
call tag('providers', array['slug', 'name', 'sector', 'country', 'nuts_version', 'region_code', 'language', 'time_zone'], 'class=setting;ret=provider;export=yes;erase=keep');
call tag('providers', array['created_at'], 'class=time;ret=provider;export=yes;erase=keep');
call tag('demo_mark', array['made_at'], 'class=time;ret=forever;export=no;erase=keep');
call tag('partnerships', array['programme_id', 'provider_id'], 'class=key;ret=programme;export=yes;erase=keep');
call tag('partnerships', array['created_at'], 'class=time;ret=programme;export=yes;erase=keep');
call tag('auth.persons', array['id'], 'class=key;ret=account;export=yes;erase=delete');
call tag('auth.persons', array['name'], 'class=personal;ret=account;export=yes;erase=delete');
call tag('auth.persons', array['email'], 'class=contact;ret=account;export=yes;erase=delete');
call tag('auth.persons', array['language'], 'class=setting;ret=account;export=yes;erase=delete');
call tag('auth.persons', array['created_at'], 'class=time;ret=account;export=yes;erase=delete');
call tag('auth.memberships', array['id', 'person_id', 'provider_id', 'programme_id', 'member_id'], 'class=key;ret=account;export=yes;erase=delete');
call tag('auth.memberships', array['role'], 'class=setting;ret=account;export=yes;erase=delete');
call tag('auth.memberships', array['granted_at'], 'class=time;ret=account;export=yes;erase=delete');
call tag('auth.sessions', array['hash'], 'class=secret;ret=12h;export=no;erase=delete');
call tag('auth.sessions', array['person_id'], 'class=key;ret=12h;export=no;erase=delete');
call tag('auth.sessions', array['created_at', 'expires_at'], 'class=time;ret=12h;export=no;erase=delete');
call tag('auth.session_participants', array['session_hash'], 'class=secret;ret=12h;export=no;erase=delete');
call tag('auth.session_participants', array['provider_id', 'participant_id'], 'class=key;ret=12h;export=no;erase=delete');
call tag('auth.session_participants', array['created_at'], 'class=time;ret=12h;export=no;erase=delete');
call tag('auth.session_tickets', array['session_hash'], 'class=secret;ret=12h;export=no;erase=delete');
call tag('auth.session_tickets', array['provider_id', 'idea_id'], 'class=key;ret=12h;export=no;erase=delete');
call tag('auth.session_tickets', array['created_at'], 'class=time;ret=12h;export=no;erase=delete');
call tag('auth.limits', array['key'], 'class=secret;ret=1d;export=no;erase=keep');
call tag('auth.limits', array['slot'], 'class=time;ret=1d;export=no;erase=keep');
call tag('auth.limits', array['used'], 'class=state;ret=1d;export=no;erase=keep');
call tag('auth.refusals', array['id', 'provider_id'], 'class=key;ret=90d;export=no;erase=keep');
call tag('auth.refusals', array['ability', 'kind'], 'class=state;ret=90d;export=no;erase=keep');
call tag('auth.refusals', array['at'], 'class=time;ret=90d;export=no;erase=keep');

-- Every tenant table: the keys first, then what is not a key, a moment or the like.
do $$ declare c record; begin
  for c in select attrelid::regclass as t, attname as name, atttypid::regtype::text as type from pg_attribute
    join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity
    and attnum > 0 and not attisdropped and col_description(attrelid, attnum) is null and attrelid <> 'partnerships'::regclass loop
    if c.type = 'uuid' then call tag(c.t, array[c.name], 'class=key;ret=content;export=yes;erase=keep');
    elsif c.type = 'timestamp with time zone' then call tag(c.t, array[c.name], 'class=time;ret=content;export=yes;erase=keep');
    elsif c.name in ('version', 'answer_version', 'attempt', 'last', 'number', 'noun', 'state', 'step') then call tag(c.t, array[c.name], 'class=state;ret=content;export=yes;erase=keep');
    elsif c.name in ('language', 'origin', 'slug', 'focus_group', 'spoke', 'read_back', 'actor_kind', 'subject_kind', 'deed', 'media_type', 'size') then call tag(c.t, array[c.name], 'class=setting;ret=content;export=yes;erase=keep');
    end if;
  end loop;
end $$;
call tag('members', array['name'], 'class=personal;ret=account;export=yes;erase=empty');
call tag('members', array['email'], 'class=contact;ret=account;export=yes;erase=empty');
call tag('networks', array['name', 'place'], 'class=setting;ret=content;export=yes;erase=keep');
call tag('network_texts', array['welcome', 'house_rules', 'who_sees'], 'class=words;ret=content;export=yes;erase=keep');
call tag('visitor_codes', array['code'], 'class=setting;ret=content;export=yes;erase=keep');
call tag('meetings', array['place', 'note'], 'class=words;ret=content;export=yes;erase=keep');
call tag('groups', array['name'], 'class=words;ret=content;export=yes;erase=keep');
call tag('groups', array['about_size'], 'class=state;ret=content;export=yes;erase=keep');
call tag('group_versions', array['name'], 'class=words;ret=content;export=yes;erase=keep');
call tag('group_versions', array['about_size'], 'class=state;ret=content;export=yes;erase=keep');
call tag('ideas', array['what', 'for_whom', 'we_have', 'read_back_reason'], 'class=words;ret=content;export=yes;erase=empty');
call tag('ideas', array['heads'], 'class=state;ret=content;export=yes;erase=keep');
call tag('answers', array['text'], 'class=words;ret=content;export=yes;erase=keep');
call tag('answer_versions', array['text'], 'class=words;ret=content;export=yes;erase=keep');
call tag('tickets', array['words_hash'], 'class=secret;ret=content;export=no;erase=delete');
call tag('drafts', array['what', 'for_whom'], 'class=words;ret=15min;export=no;erase=delete');
call tag('drafts', array['heads'], 'class=state;ret=15min;export=no;erase=delete');
call tag('events', array['changed'], 'class=state;ret=3y;export=yes;erase=keep');
call tag('files', array['sha256'], 'class=state;ret=content;export=no;erase=keep');
