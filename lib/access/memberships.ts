import "server-only";
import type { Role } from "./abilities.ts";
import { askAccounts } from "./accounts.ts";

/** A place that people belong to. */
export type Where = { providerId: string } | { programmeId: string };
type Member = Where & { memberId: string };

/** What somebody is at a place; `joinedAt` is when they first came in by a letter. */
export type Standing = { roles: Role[]; joinedAt: Date | null; suspendedAt: Date | null };

const ids = (where: Where) => ("providerId" in where ? [where.providerId, null] : [null, where.programmeId]);
// The first two values of every question: one of them is null.
const here = "(provider_id = $1 or programme_id = $2)";
// Whom a place cannot do without.
const keeperOf = (where: Where): Role => ("providerId" in where ? "admin" : "manager");

/** Gives somebody roles at a place. Who has an account with this address keeps it as it is; nobody learns which of the two it was. */
export async function invitePerson(person: Member & { name: string; email: string; language: string; roles: readonly Role[] }): Promise<void> {
  await askAccounts(
    `with person as (
       insert into auth.persons (id, name, email, language) values (gen_random_uuid(), $4, $5, $6)
       on conflict (email) do update set email = excluded.email returning id)
     insert into auth.memberships (id, person_id, provider_id, programme_id, member_id, role)
     select gen_random_uuid(), person.id, $1::uuid, $2::uuid, $3::uuid, role from person, unnest($7::text[]) role on conflict do nothing`,
    [...ids(person), person.memberId, person.name, person.email, person.language, person.roles],
  );
}

/** Everybody of a place by their member's id. */
export async function rolesAt(where: Where): Promise<Map<string, Standing>> {
  const rows = await askAccounts<Standing & { memberId: string }>(
    `select member_id as "memberId", array_agg(role order by role) as roles, min(joined_at) as "joinedAt", min(suspended_at) as "suspendedAt"
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

export type Changed = "done" | "last" | "not there";

/** Somebody has these roles here and no others. "last": nobody would be left who looks after the people here. */
export async function changeRoles(member: Member & { roles: readonly Role[] }): Promise<Changed> {
  return changed(member, member.roles.includes(keeperOf(member)), `
    gone as (delete from auth.memberships where ${here} and member_id = $3 and role <> all ($5::text[]) and exists (select from allowed)),
    made as (
      insert into auth.memberships (id, person_id, provider_id, programme_id, member_id, role, granted_at, joined_at, suspended_at)
      select gen_random_uuid(), person_id, $1::uuid, $2::uuid, $3::uuid, role, granted_at, joined_at, suspended_at from who, allowed, unnest($5::text[]) role on conflict do nothing)`,
    member.roles);
}

/** Lets somebody do nothing here until they are restored; what they did stays. */
export async function suspend(member: Member): Promise<Changed> {
  return changed(member, false, `
    gone as (update auth.memberships set suspended_at = moment() where ${here} and member_id = $3 and suspended_at is null and exists (select from allowed))`);
}

/** Lets somebody do again what their roles allow. */
export async function restore(member: Member): Promise<Changed> {
  return changed(member, true, `
    gone as (update auth.memberships set suspended_at = null where ${here} and member_id = $3 and exists (select from allowed))`);
}

// All keepers are locked in one order before anybody changes: of two who remove each other at once the second finds herself alone.
// One statement; it also ends the person's sessions, so that the next request sees the new state everywhere.
async function changed(member: Member, staysKeeper: boolean, changes: string, roles: readonly Role[] | null = null): Promise<Changed> {
  const [answer] = await askAccounts<{ there: boolean; done: boolean }>(
    `with asked as (select $5::text[]), keepers as materialized (
       select count(*) filter (where member_id <> $3) as others, bool_or(member_id = $3) as one from (
         select member_id from auth.memberships where ${here} and role = $4 and suspended_at is null order by member_id for update) locked),
     who as materialized (
       select person_id, min(granted_at) as granted_at, min(joined_at) as joined_at, min(suspended_at) as suspended_at
       from auth.memberships where ${here} and member_id = $3 group by person_id),
     allowed as materialized (select from keepers, who where $6::boolean or others > 0 or one is not true),
     ${changes},
     ended as (delete from auth.sessions where person_id in (select person_id from who) and exists (select from allowed))
     select exists (select from who) as there, exists (select from allowed) as done`,
    [...ids(member), member.memberId, keeperOf(member), roles, staysKeeper],
  );
  return answer?.done ? "done" : answer?.there ? "last" : "not there";
}

type Doorplate = { name: string; language: string; timeZone: string; nutsVersion: string | null; regionCode: string | null };

/** What stands at a provider's door. It lies with the accounts, since every request asks for it before anything else. */
export async function changeDoorplate(providerId: string, { name, language, timeZone, nutsVersion, regionCode }: Doorplate): Promise<void> {
  await askAccounts("update providers set name = $2, language = $3, time_zone = $4, nuts_version = $5, region_code = $6 where id = $1", [providerId, name, language, timeZone, nutsVersion, regionCode]);
}
