import "server-only";
import type { Role } from "./abilities.ts";
import { askAccounts, inTurn } from "./accounts.ts";

/** A place that people belong to. */
export type Where = { providerId: string } | { programmeId: string };
type Member = Where & { memberId: string };

/** What somebody is at a place; `joinedAt` is when they came in, or said yes; `suspendedAt`: they may do nothing here. */
export type Standing = { roles: Role[]; joinedAt: Date | null; suspendedAt: Date | null };

const ids = (where: Where) => ("providerId" in where ? [where.providerId, null] : [null, where.programmeId]);
// The first two values of every question: one of them is null.
const here = "(provider_id = $1 or programme_id = $2)";
// Whom a place cannot do without.
const keeperOf = (where: Where): Role => ("providerId" in where ? "admin" : "manager");

/**
 * Gives somebody roles at a place. Who has an account with this address keeps it as it is; nobody learns which of the two
 * it was. An invitation that broke off before its member was kept has left rights that nobody could see or take back:
 * they become those of this one.
 */
export async function invitePerson(person: Member & { name: string; email: string; language: string; roles: readonly Role[] }): Promise<void> {
  await askAccounts(
    `with person as (
       insert into auth.persons (id, name, email, language) values (gen_random_uuid(), $4, $5, $6)
       on conflict (email) do update set email = excluded.email returning id),
     left_over as (delete from auth.memberships where ${here} and person_id in (select id from person) and member_id <> $3 and role <> all ($7::text[])),
     mended as (update auth.memberships set member_id = $3 where ${here} and person_id in (select id from person) and member_id <> $3 and role = any ($7::text[]))
     insert into auth.memberships (id, person_id, provider_id, programme_id, member_id, role)
     select gen_random_uuid(), person.id, $1::uuid, $2::uuid, $3::uuid, role from person, unnest($7::text[]) role on conflict do nothing`,
    [...ids(person), person.memberId, person.name, person.email, person.language, person.roles],
  );
}

/** Everybody of a place by their member's id. */
export async function rolesAt(where: Where): Promise<Map<string, Standing>> {
  const rows = await askAccounts<Standing & { memberId: string }>(
    `select member_id as "memberId", array_agg(role order by role) as roles, min(joined_at) as "joinedAt",
       case when bool_and(suspended_at is not null) then min(suspended_at) end as "suspendedAt"
     from auth.memberships where ${here} group by member_id`,
    ids(where),
  );
  return new Map(rows.map(({ memberId, ...standing }) => [memberId, standing]));
}

/** Who this is and where a letter reaches them. */
export async function personOf(member: Member): Promise<{ name: string; email: string; language: string } | null> {
  const [person] = await askAccounts<{ name: string; email: string; language: string }>(
    `select name, email, language from auth.persons where email is not null and id = (select person_id from auth.memberships where ${here} and member_id = $3 limit 1)`,
    [...ids(member), member.memberId],
  );
  return person ?? null;
}

export type Changed = "done" | "same" | "last" | "not there";

/** Somebody has these roles here and no others. "last": nobody would be left who looks after the people here. "same": they have them. */
export async function changeRoles(member: Member & { roles: readonly Role[] }): Promise<Changed> {
  return changed(member, { staysKeeper: member.roles.includes(keeperOf(member)), signsOut: true }, `
    gone as (delete from auth.memberships where ${here} and member_id = $3 and role <> all ($5::text[]) and exists (select from allowed)),
    made as (
      insert into auth.memberships (id, person_id, provider_id, programme_id, member_id, role, granted_at, joined_at, suspended_at)
      select gen_random_uuid(), person_id, $1::uuid, $2::uuid, $3::uuid, role, granted_at, joined_at, suspended_at from who, allowed, unnest($5::text[]) role on conflict do nothing)`,
    member.roles);
}

/** Lets somebody do nothing here until they are restored; what they did stays. */
export async function suspend(member: Member): Promise<Changed> {
  return changed(member, { staysKeeper: false, signsOut: true }, `
    gone as (update auth.memberships set suspended_at = moment() where ${here} and member_id = $3 and suspended_at is null and exists (select from allowed))`);
}

/** Lets somebody do again what their roles allow. */
export async function restore(member: Member): Promise<Changed> {
  return changed(member, { staysKeeper: true, signsOut: false }, `
    gone as (update auth.memberships set suspended_at = null where ${here} and member_id = $3 and exists (select from allowed))`);
}

// One after the other at a place: of two who remove each other at once the second finds herself alone, and nobody's change
// is written over what another has just changed. Every request asks for roles anew; only who works nowhere else is signed
// out: an administrator has no say over what somebody does elsewhere.
async function changed(member: Member, { staysKeeper, signsOut }: { staysKeeper: boolean; signsOut: boolean }, changes: string, roles: readonly Role[] | null = null): Promise<Changed> {
  const place = "providerId" in member ? member.providerId : member.programmeId;
  const [answer] = await inTurn(`people of ${place}`, (ask) => ask<{ there: boolean; same: boolean; done: boolean }>(
    `with keepers as (
       select count(*) filter (where member_id <> $3) as others, coalesce(bool_or(member_id = $3), false) as one
       from auth.memberships where ${here} and role = $4 and joined_at is not null and suspended_at is null),
     who as (
       select person_id, min(granted_at) as granted_at, min(joined_at) as joined_at,
         case when bool_and(suspended_at is not null) then min(suspended_at) end as suspended_at,
         coalesce(array_agg(role) @> $5::text[] and array_agg(role) <@ $5::text[], false) as same
       from auth.memberships where ${here} and member_id = $3 group by person_id),
     allowed as materialized (select from keepers, who where not same and ($6::boolean or others > 0 or not one)),
     ${changes},
     ended as (
       delete from auth.sessions where $7::boolean and exists (select from allowed) and person_id in (select person_id from who)
       and not exists (select from auth.memberships m where m.person_id = sessions.person_id and (m.provider_id, m.programme_id) is distinct from ($1::uuid, $2::uuid) and m.joined_at is not null and m.suspended_at is null))
     select exists (select from who) as there, exists (select from who where same) as same, exists (select from allowed) as done`,
    [...ids(member), member.memberId, keeperOf(member), roles, staysKeeper, signsOut],
  ));
  if (answer?.done) return "done";
  if (!answer?.there) return "not there";
  return answer.same ? "same" : "last";
}

type Doorplate = { name: string; language: string; timeZone: string; nutsVersion: string | null; regionCode: string | null };

/** What stands at a provider's door. It lies with the accounts, since every request asks for it before anything else. */
export async function changeDoorplate(providerId: string, { name, language, timeZone, nutsVersion, regionCode }: Doorplate): Promise<void> {
  await askAccounts("update providers set name = $2, language = $3, time_zone = $4, nuts_version = $5, region_code = $6 where id = $1", [providerId, name, language, timeZone, nutsVersion, regionCode]);
}
