-- People with accounts come in by a letter, see where they are signed in, and are invited, changed and suspended by an administrator.

-- Invited is who has a membership; joined is who has come in since.
alter table auth.memberships add column joined_at timestamptz(3), add column suspended_at timestamptz(3);
update auth.memberships set joined_at = granted_at;

-- What somebody sees in the list of their sessions: since when, on what device, last seen on which day.
alter table auth.sessions add column id uuid not null default gen_random_uuid() unique, add column device text not null default '', add column seen_at timestamptz(3) not null default moment();

-- Asked for a letter. Neither the link's secret nor the six digits lie here: both are derived from a key that the database does not know.
-- Without a person the address was unknown, and no letter goes out. `browser_hash`: who asked; `tries`: wrong digits.
create table auth.sign_ins (
  id uuid primary key, person_id uuid references auth.persons on delete cascade on update no action, browser_hash bytea not null,
  language text not null check (language ~ '^[a-z]{2,3}$'), tries int not null default 0,
  created_at timestamptz(3) not null default moment(), expires_at timestamptz(3) not null, used_at timestamptz(3));
create index on auth.sign_ins (person_id);
create index on auth.sign_ins (browser_hash);
create index on auth.sign_ins (expires_at);
grant select, insert, update, delete on auth.sign_ins to auth_user;

-- Who was invited is a visitor until they have said yes, and who is suspended from their next request on.
create or replace function auth.who_enters(session_hash bytea, door text, slug text)
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
    where m.person_id = session.person_id and place.id in (m.provider_id, m.programme_id) and m.joined_at is not null and m.suspended_at is null) member on true
  left join auth.session_participants visit on visit.session_hash = session.hash and visit.provider_id = place.id $$;

-- The doorplate of a provider (name, language, clock, region) lies with the accounts: it is what who_enters answers from.
-- A provider may begin without its region and say it later.
alter table providers alter column nuts_version drop not null, alter column region_code drop not null;
alter table providers add constraint providers_region_check check ((nuts_version is null) = (region_code is null));
grant update (name, language, time_zone, nuts_version, region_code) on providers to auth_user;

-- One address, one member: no deed wrote an address before this, so none can be there twice.
alter table members add unique (provider_id, email);

-- A network's words and card can be changed in the settings; two at once see both texts.
alter table networks add column version int not null default 1;
alter table network_texts add column version int not null default 1;
create table network_text_versions (
  provider_id uuid not null default current_provider(), network_id uuid not null, language text not null check (language ~ '^[a-z]{2,3}$'), version int not null,
  welcome text not null, house_rules text not null, who_sees text not null, replaced_by uuid not null, replaced_at timestamptz(3) not null default moment(),
  primary key (provider_id, network_id, language, version),
  foreign key (provider_id, network_id) references networks (provider_id, id) on delete restrict on update no action,
  foreign key (provider_id, replaced_by) references members (provider_id, id) on delete restrict on update no action);
create index on network_text_versions (provider_id, replaced_by);
call guard('network_text_versions', 'select, insert');

call tag('auth.memberships', array['joined_at', 'suspended_at'], 'class=time;ret=account;export=yes;erase=delete');
call tag('auth.sessions', array['id'], 'class=key;ret=12h;export=no;erase=delete');
call tag('auth.sessions', array['device'], 'class=personal;ret=12h;export=yes;erase=delete');
call tag('auth.sessions', array['seen_at'], 'class=time;ret=12h;export=yes;erase=delete');
call tag('auth.sign_ins', array['id', 'person_id'], 'class=key;ret=1d;export=no;erase=delete');
call tag('auth.sign_ins', array['browser_hash'], 'class=secret;ret=1d;export=no;erase=delete');
call tag('auth.sign_ins', array['language'], 'class=setting;ret=1d;export=no;erase=delete');
call tag('auth.sign_ins', array['tries'], 'class=state;ret=1d;export=no;erase=delete');
call tag('auth.sign_ins', array['created_at', 'expires_at', 'used_at'], 'class=time;ret=1d;export=no;erase=delete');
call tag('network_text_versions', array['welcome', 'house_rules', 'who_sees'], 'class=words;ret=content;export=yes;erase=keep');
call tag_rest();
