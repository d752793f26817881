-- People with accounts also come in with their device (a passkey) or through their organisation's own sign-in, and prove anew
-- who they are before they change who may do what.

-- When whoever this session belongs to last proved who they are; a visitor proves nothing. Nobody is signed out by this.
alter table auth.sessions add column proved_at timestamptz(3);
update auth.sessions set proved_at = created_at where person_id is not null;

-- What a device can prove. The key that signs never leaves the device: here lies only what its signatures are compared with.
create table auth.passkeys (
  id uuid primary key default gen_random_uuid(), person_id uuid not null references auth.persons on delete cascade on update no action,
  credential bytea not null unique, public_key bytea not null, counter bigint not null check (counter >= 0), transports text not null default '',
  device text not null default '', created_at timestamptz(3) not null default moment(), used_at timestamptz(3));
create index on auth.passkeys (person_id);

-- Who somebody is at a sign-in outside: its address and its name for them. One that was removed stays, so that it does not connect itself again.
create table auth.outside_identities (
  id uuid primary key default gen_random_uuid(), person_id uuid not null references auth.persons on delete cascade on update no action,
  issuer text not null, subject text not null, created_at timestamptz(3) not null default moment(), used_at timestamptz(3), removed_at timestamptz(3));
create unique index on auth.outside_identities (issuer, subject) where removed_at is null;
create index on auth.outside_identities (person_id);

-- Somebody is on the way to prove who they are: with their device, or outside. One at a time for each browser; used up by the first answer, right or wrong.
-- `person_id`: it counts only for this person. What is sent outside is derived from the challenge and from a key that the database does not know.
create table auth.attempts (
  browser_hash bytea primary key, purpose text not null check (purpose in ('passkey', 'new passkey', 'outside', 'new outside')),
  challenge bytea not null check (length(challenge) = 32), person_id uuid references auth.persons on delete cascade on update no action,
  language text not null check (language ~ '^[a-z]{2,3}$'), expires_at timestamptz(3) not null);
create index on auth.attempts (person_id);
create index on auth.attempts (expires_at);

-- Six digits in a letter to somebody who is signed in already. They count in this one session; what they are is stored nowhere.
create table auth.proofs (
  id uuid primary key, session_hash bytea not null references auth.sessions on delete cascade on update cascade,
  person_id uuid not null references auth.persons on delete cascade on update no action,
  language text not null check (language ~ '^[a-z]{2,3}$'), tries int not null default 0,
  created_at timestamptz(3) not null default moment(), expires_at timestamptz(3) not null, used_at timestamptz(3));
create index on auth.proofs (session_hash);
create index on auth.proofs (person_id);
create index on auth.proofs (expires_at);
grant select, insert, update, delete on auth.passkeys, auth.outside_identities, auth.attempts, auth.proofs to auth_user;

-- The same question as before, and one answer more: when they last proved it. What a function answers can only be changed by making it anew.
drop function auth.who_enters(bytea, text, text);
create function auth.who_enters(session_hash bytea, door text, slug text)
  returns table (place_id uuid, place_name text, language text, time_zone text, at timestamptz,
                 actor_kind text, actor_id uuid, actor_name text, roles text[], opened uuid[], proved_at timestamptz)
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
    array(select t.idea_id from auth.session_tickets t where t.session_hash = session.hash and t.provider_id = place.id),
    session.proved_at
  from place
  left join auth.sessions session on session.hash = $1 and session.expires_at > public.moment()
  left join auth.persons person on person.id = session.person_id
  left join lateral (
    select array_agg(m.member_id order by m.granted_at, m.member_id) as ids, array_agg(m.role order by m.role) as roles from auth.memberships m
    where m.person_id = session.person_id and place.id in (m.provider_id, m.programme_id) and m.joined_at is not null and m.suspended_at is null) member on true
  left join auth.session_participants visit on visit.session_hash = session.hash and visit.provider_id = place.id $$;
revoke execute on function auth.who_enters from public;
grant execute on function auth.who_enters to app_user;

call tag('auth.sessions', array['proved_at'], 'class=time;ret=12h;export=yes;erase=delete');
call tag('auth.passkeys', array['id', 'person_id'], 'class=key;ret=account;export=yes;erase=delete');
call tag('auth.passkeys', array['credential', 'public_key'], 'class=secret;ret=account;export=no;erase=delete');
call tag('auth.passkeys', array['counter', 'transports'], 'class=state;ret=account;export=no;erase=delete');
call tag('auth.passkeys', array['device'], 'class=personal;ret=account;export=yes;erase=delete');
call tag('auth.passkeys', array['created_at', 'used_at'], 'class=time;ret=account;export=yes;erase=delete');
call tag('auth.outside_identities', array['id', 'person_id'], 'class=key;ret=account;export=yes;erase=delete');
call tag('auth.outside_identities', array['issuer', 'subject'], 'class=personal;ret=account;export=yes;erase=delete');
call tag('auth.outside_identities', array['created_at', 'used_at', 'removed_at'], 'class=time;ret=account;export=yes;erase=delete');
call tag('auth.attempts', array['browser_hash', 'challenge'], 'class=secret;ret=1d;export=no;erase=delete');
call tag('auth.attempts', array['purpose'], 'class=state;ret=1d;export=no;erase=delete');
call tag('auth.attempts', array['person_id'], 'class=key;ret=1d;export=no;erase=delete');
call tag('auth.attempts', array['language'], 'class=setting;ret=1d;export=no;erase=delete');
call tag('auth.attempts', array['expires_at'], 'class=time;ret=1d;export=no;erase=delete');
call tag('auth.proofs', array['session_hash'], 'class=secret;ret=1d;export=no;erase=delete');
call tag('auth.proofs', array['id', 'person_id'], 'class=key;ret=1d;export=no;erase=delete');
call tag('auth.proofs', array['language'], 'class=setting;ret=1d;export=no;erase=delete');
call tag('auth.proofs', array['tries'], 'class=state;ret=1d;export=no;erase=delete');
call tag('auth.proofs', array['created_at', 'expires_at', 'used_at'], 'class=time;ret=1d;export=no;erase=delete');
