-- Ideas become micro projects; what happens in them is a diary.

-- A text that stands here in another language than it was said in.
alter table ideas drop constraint ideas_origin_check, drop constraint ideas_check2;
alter table ideas add constraint ideas_origin_check check (origin in ('written', 'typed for', 'translated')),
  add constraint ideas_typed_check check (case origin when 'written' then typed_by is null when 'typed for' then typed_by is not null else true end);
alter table answers drop constraint answers_origin_check;
alter table answers add constraint answers_origin_check check (origin in ('written', 'translated', 'machine'));

create table projects (
  provider_id uuid not null default current_provider(), id uuid not null, number int not null default next_number('project'), network_id uuid not null,
  title text not null, place text not null, language text not null check (language ~ '^[a-z]{2,3}$'), origin text not null check (origin in ('written', 'translated')),
  focus_group text not null check (focus_group in ('single parents', 'older people', 'migrants and refugees', 'long-term unemployed',
    'people with disabilities', 'people with mental ill-health', 'young people outside work and school', 'families at risk',
    'people leaving prison or rehabilitation', 'carers')),
  group_id uuid,
  -- Whose project it is; where it is nobody's yet the reason is noted. An end user is called as they wish to be.
  owner text not null check (owner in ('end user', 'group', 'nobody yet')), owner_called text, owner_reason text,
  -- What it may cost, in the currency's smallest unit.
  planned int check (planned between 0 and 100000000), currency text check (currency in ('EUR', 'DKK', 'PLN', 'SEK')),
  -- Why it begins although nobody had proposed it.
  without_idea text,
  state text not null default 'forming' check (state in ('forming', 'running', 'paused', 'closed', 'stopped')), version int not null default 1,
  created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id), unique (provider_id, number),
  check ((owner = 'end user') = (owner_called is not null)), check ((owner = 'nobody yet') = (owner_reason is not null)),
  check (owner <> 'group' or group_id is not null), check ((planned is null) = (currency is null)),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, group_id) references groups (provider_id, id) on delete restrict on update no action);
create index on projects (provider_id, network_id, state);
create index on projects (provider_id, state, created_at, id);
create index on projects (provider_id, created_at, id);
create index on projects (provider_id, group_id);
call guard('projects', 'select, insert, update');

create table project_steps (
  provider_id uuid not null default current_provider(), id uuid not null, project_id uuid not null,
  step text not null check (step in ('formed', 'started', 'paused', 'resumed', 'closed', 'stopped', 'reopened')),
  why text not null, language text not null check (language ~ '^[a-z]{2,3}$'), member_id uuid not null,
  at timestamptz(3) not null default moment(),
  primary key (provider_id, id),
  foreign key (provider_id, project_id) references projects (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, member_id) references members (provider_id, id) on delete restrict on update no action);
create index on project_steps (provider_id, project_id, at);
create index on project_steps (provider_id, member_id);
call guard('project_steps', 'select, insert');

create table project_versions (
  provider_id uuid not null default current_provider(), project_id uuid not null, version int not null,
  title text not null, place text not null, focus_group text not null, group_id uuid,
  owner text not null, owner_called text, owner_reason text, planned int, currency text,
  replaced_by uuid not null, replaced_at timestamptz(3) not null default moment(),
  primary key (provider_id, project_id, version),
  foreign key (provider_id, project_id) references projects (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, group_id) references groups (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, replaced_by) references members (provider_id, id) on delete restrict on update no action);
create index on project_versions (provider_id, group_id);
create index on project_versions (provider_id, replaced_by);
call guard('project_versions', 'select, insert');

-- People in roles: staff by their account, everybody else as they wish to be called.
create table project_people (
  provider_id uuid not null default current_provider(), id uuid not null, project_id uuid not null,
  role text not null check (role in ('peer lead', 'second lead', 'facilitator', 'helper')), member_id uuid, called text,
  named_by uuid not null, since timestamptz(3) not null default moment(), ended_at timestamptz(3),
  primary key (provider_id, id), check ((role = 'facilitator') = (member_id is not null)), check ((member_id is null) = (called is not null)),
  foreign key (provider_id, project_id) references projects (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, member_id) references members (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, named_by) references members (provider_id, id) on delete restrict on update no action);
create index on project_people (provider_id, project_id, ended_at);
create index on project_people (provider_id, member_id);
create index on project_people (provider_id, named_by);
call guard('project_people', 'select, insert, update');

-- An answered idea became a micro project.
create table adoptions (
  provider_id uuid not null default current_provider(), idea_id uuid not null, project_id uuid not null, member_id uuid not null,
  at timestamptz(3) not null default moment(),
  primary key (provider_id, idea_id),
  foreign key (provider_id, idea_id) references ideas (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, project_id) references projects (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, member_id) references members (provider_id, id) on delete restrict on update no action);
create index on adoptions (provider_id, project_id);
create index on adoptions (provider_id, member_id);
call guard('adoptions', 'select, insert');

-- How a project ended, told with the step that closed it.
create table closings (
  provider_id uuid not null default current_provider(), step_id uuid not null, project_id uuid not null,
  outcome text not null check (outcome in ('goes on', 'ended as planned', 'ended against wish')),
  goes_on_as text check (goes_on_as in ('informal group', 'association', 'cooperative', 'company', 'part of the service', 'taken over')),
  told text not null, learned text not null, language text not null check (language ~ '^[a-z]{2,3}$'),
  primary key (provider_id, step_id), check ((outcome = 'goes on') = (goes_on_as is not null)),
  foreign key (provider_id, step_id) references project_steps (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, project_id) references projects (provider_id, id) on delete restrict on update no action);
create index on closings (provider_id, project_id);
call guard('closings', 'select, insert');

-- The diary. Head counts are counts of visits and never of known people; `children` are part of them.
create table activities (
  provider_id uuid not null default current_provider(), id uuid not null, project_id uuid not null, network_id uuid not null,
  happened_on date not null, what text not null, surprised text not null, next text not null,
  newcomers int not null check (newcomers between 0 and 2000), regulars int not null check (regulars between 0 and 2000),
  children int not null check (children between 0 and 4000), minutes int not null check (minutes between 0 and 60000),
  language text not null check (language ~ '^[a-z]{2,3}$'), origin text not null check (origin in ('written', 'translated')),
  state text not null default 'logged' check (state in ('logged', 'taken back')), version int not null default 1,
  author_id uuid not null, written_at timestamptz(3) not null default moment(), created_at timestamptz(3) not null default moment(),
  primary key (provider_id, id), check (children <= newcomers + regulars),
  foreign key (provider_id, project_id) references projects (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, author_id) references members (provider_id, id) on delete restrict on update no action);
create index on activities (provider_id, project_id, happened_on, id);
create index on activities (provider_id, happened_on, id);
create index on activities (provider_id, network_id, happened_on);
create index on activities (provider_id, author_id);
call guard('activities', 'select, insert, update');

create table activity_steps (
  provider_id uuid not null default current_provider(), id uuid not null, activity_id uuid not null,
  step text not null check (step in ('logged', 'taken back', 'put back')), member_id uuid not null, at timestamptz(3) not null default moment(),
  primary key (provider_id, id),
  foreign key (provider_id, activity_id) references activities (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, member_id) references members (provider_id, id) on delete restrict on update no action);
create index on activity_steps (provider_id, activity_id, at);
create index on activity_steps (provider_id, member_id);
call guard('activity_steps', 'select, insert');

create table activity_versions (
  provider_id uuid not null default current_provider(), activity_id uuid not null, version int not null,
  happened_on date not null, what text not null, surprised text not null, next text not null,
  newcomers int not null, regulars int not null, children int not null, minutes int not null,
  language text not null, author_id uuid not null, written_at timestamptz(3) not null,
  primary key (provider_id, activity_id, version),
  foreign key (provider_id, activity_id) references activities (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, author_id) references members (provider_id, id) on delete restrict on update no action);
create index on activity_versions (provider_id, author_id);
call guard('activity_versions', 'select, insert');

-- Column tags: words and what names a person by hand, the rest by what it is.
call tag('projects', array['title', 'place', 'owner_reason', 'without_idea'], 'class=words;ret=content;export=yes;erase=keep');
call tag('projects', array['owner_called'], 'class=personal;ret=content;export=yes;erase=empty');
call tag('project_steps', array['why'], 'class=words;ret=content;export=yes;erase=keep');
call tag('project_versions', array['title', 'place', 'owner_reason'], 'class=words;ret=content;export=yes;erase=keep');
call tag('project_versions', array['owner_called'], 'class=personal;ret=content;export=yes;erase=empty');
call tag('project_people', array['called'], 'class=personal;ret=content;export=yes;erase=empty');
call tag('closings', array['told', 'learned'], 'class=words;ret=content;export=yes;erase=keep');
call tag('activities', array['what', 'surprised', 'next'], 'class=words;ret=content;export=yes;erase=keep');
call tag('activity_versions', array['what', 'surprised', 'next'], 'class=words;ret=content;export=yes;erase=keep');

-- Every other column by its type: a key, a moment, or a setting of the row.
create procedure tag_rest() language plpgsql as $$ declare c record; begin
  for c in select attrelid::regclass as t, attname as name, atttypid::regtype::text as type from pg_attribute
    join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'
    and attnum > 0 and not attisdropped and col_description(attrelid, attnum) is null loop
    call tag(c.t, array[c.name], format('class=%s;ret=content;export=yes;erase=keep', case c.type when 'uuid' then 'key' when 'timestamp with time zone' then 'time' when 'date' then 'time'
      when 'integer' then 'state' else 'setting' end));
  end loop;
end $$;
call tag_rest();
