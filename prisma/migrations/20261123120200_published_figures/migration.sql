-- Programmes join providers; what providers share is published as figures of regions.

do $$ begin
  if not exists (select from pg_roles where rolname = 'publisher') then
    create role publisher login nosuperuser nobypassrls nocreaterole nocreatedb;
    alter role publisher set statement_timeout = '60s';
    alter role publisher set lock_timeout = '5s';
    alter role publisher set idle_in_transaction_session_timeout = '60s';
    alter role publisher set row_security = on;
  end if;
  execute format('grant connect on database %I to publisher', current_database());
end $$;
grant usage on schema public to publisher;
grant execute on function current_provider(), moment() to publisher;

-- Each side keeps its own row, and a job carries the news from one to the other: no request ever sees both.
alter table partnerships add column state text not null default 'joined' check (state in ('invited', 'joined', 'declined', 'left')),
  add column state_at timestamptz(3) not null default moment();
alter table partnerships alter column state drop default;
grant insert, update on partnerships to app_user;
create table joinings (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  programme_id uuid not null references programmes on delete restrict on update no action,
  state text not null check (state in ('invited', 'joined', 'declined', 'left')), state_at timestamptz(3) not null default moment(),
  primary key (provider_id, programme_id));
create index on joinings (provider_id, state);
call guard('joinings', 'select, insert, update');

create table programme_members (
  programme_id uuid not null default current_programme() references programmes on delete restrict on update no action,
  id uuid not null, name text not null, email text, created_at timestamptz(3) not null default moment(),
  primary key (programme_id, id));
alter table programme_members add unique (programme_id, email);
call guard_programme('programme_members');

create table programme_events (
  programme_id uuid not null default current_programme() references programmes on delete restrict on update no action,
  id uuid not null, at timestamptz(3) not null default moment(), actor_id uuid, deed text not null, subject_kind text not null, subject_id uuid not null,
  origin text not null check (origin in ('web', 'api', 'job', 'import')), changed text,
  primary key (programme_id, id));
create index on programme_events (programme_id, at, id);
call guard_programme('programme_events', 'select, insert');

create table comparisons (
  programme_id uuid not null default current_programme(), id uuid not null, member_id uuid not null, name text not null,
  regions text not null, indicator text not null, first_quarter text not null check (first_quarter ~ '^\d{4}-Q[1-4]$'),
  last_quarter text not null check (last_quarter ~ '^\d{4}-Q[1-4]$'), created_at timestamptz(3) not null default moment(),
  primary key (programme_id, id),
  foreign key (programme_id, member_id) references programme_members (programme_id, id) on delete restrict on update no action);
create index on comparisons (programme_id, member_id, created_at);
call guard_programme('comparisons', 'select, insert, delete');

-- Sharing: switched on by a leader who has read one version of the text that says what will be seen.
create table agreed_texts (
  kind text not null check (kind in ('sharing')), version int not null, language text not null check (language ~ '^[a-z]{2,3}$'), text text not null,
  primary key (kind, version, language));
create table sharings (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  state text not null check (state in ('on', 'off')), text_version int not null, state_at timestamptz(3) not null default moment(),
  -- When the publisher last read here. Writing it locks the row: sharing is withdrawn either before a release or after it.
  taken_at timestamptz(3),
  primary key (provider_id));
call guard('sharings', 'select, insert, update');
create table sharing_steps (
  provider_id uuid not null default current_provider() references providers on delete restrict on update no action,
  id uuid not null, step text not null check (step in ('on', 'off')), text_version int not null,
  language text not null check (language ~ '^[a-z]{2,3}$'), member_id uuid not null, at timestamptz(3) not null default moment(),
  primary key (provider_id, id),
  foreign key (provider_id, member_id) references members (provider_id, id) on delete restrict on update no action);
create index on sharing_steps (provider_id, at);
create index on sharing_steps (provider_id, member_id);
call guard('sharing_steps', 'select, insert');

-- Published figures belong to nobody and are read by everybody. A release is made once and stays as it is.
create table indicators (
  code text primary key, about_people boolean not null, unit text not null check (unit in ('count', 'hours', 'percent')), position int not null);
create table releases (
  quarter text primary key check (quarter ~ '^\d{4}-Q[1-4]$'), made_at timestamptz(3) not null default moment());
-- `base`: for a percentage, of how many. Withheld is what speaks of fewer than ten.
create table figures (
  quarter text not null references releases on delete restrict on update no action,
  nuts_version text not null, region_code text not null, indicator text not null references indicators on delete restrict on update no action,
  value int, base int, withheld boolean not null,
  primary key (quarter, nuts_version, region_code, indicator), check (withheld = (value is null)), check (not withheld or base is null),
  foreign key (nuts_version, region_code) references regions (nuts_version, code) on delete restrict on update no action);
create index on figures (nuts_version, region_code);
create index on figures (indicator, quarter);
grant select on agreed_texts, indicators, releases, figures to app_user;
grant select on regions, providers, indicators, releases, figures to publisher;
grant select (kind, version) on agreed_texts to publisher;
grant insert on releases, figures to publisher;

-- The publisher enters one provider after the other by the same guard as everybody, and sees no word that anybody said or wrote.
grant select (provider_id, id) on networks to publisher;
grant select (provider_id, id, network_id, created_at) on ideas to publisher;
grant select (provider_id, idea_id, version, written_at) on answers, answer_versions to publisher;
grant select (provider_id, id, network_id, state, created_at) on projects to publisher;
grant select (provider_id, id, project_id, step, at) on project_steps to publisher;
grant select (provider_id, id, project_id, network_id, happened_on, newcomers, regulars, children, minutes, state) on activities to publisher;
grant select, update (taken_at) on sharings to publisher;

call tag('joinings', array['provider_id', 'programme_id'], 'class=key;ret=programme;export=yes;erase=keep');
call tag('partnerships', array['state'], 'class=state;ret=programme;export=yes;erase=keep');
call tag('partnerships', array['state_at'], 'class=time;ret=programme;export=yes;erase=keep');
call tag('programme_members', array['name'], 'class=personal;ret=account;export=yes;erase=empty');
call tag('programme_members', array['email'], 'class=contact;ret=account;export=yes;erase=empty');
call tag('comparisons', array['name'], 'class=words;ret=programme;export=yes;erase=delete');
call tag('agreed_texts', array['text'], 'class=words;ret=forever;export=yes;erase=keep');
call tag_rest();
