import "server-only";
import { askAccounts } from "./accounts.ts";
import { active, begunValues, opening, type Begun } from "./coming-in.ts";
import type { Outsider } from "./outside.ts";

export type OwnIdentity = { id: string; since: Date; usedAt: Date | null };

/** By whom this person is known outside, the newest first. */
export function identitiesOf(personId: string, issuer: string | undefined): Promise<OwnIdentity[]> {
  return askAccounts<OwnIdentity>(`select id, created_at as since, used_at as "usedAt" from auth.outside_identities where person_id = $1 and issuer = $2 and removed_at is null order by created_at desc, id limit 100`, [personId, issuer ?? ""]);
}

/**
 * Begins the session of whoever this is, in one statement: somebody who was here before by this issuer and name, or somebody
 * with an account and this verified address who was never connected with anybody there: who removed a connection makes the next
 * one on their account page. It never makes an account. null: neither.
 * `connected`: the connection that was made by this.
 */
export async function comeInFrom({ issuer, subject, email }: Outsider, begun: Begun): Promise<{ personId: string; connected: string | null } | null> {
  const [came] = await askAccounts<{ personId: string; connected: string | null }>(
    `with known as (update auth.outside_identities set used_at = moment() where issuer = $6 and subject = $7 and removed_at is null returning person_id),
     invited as (
       select person.id from auth.persons person where email = $8 and ${active} and not exists (select from known)
       and not exists (select from auth.outside_identities o where o.person_id = person.id and o.issuer = $6)),
     connected as (
       insert into auth.outside_identities (person_id, issuer, subject, used_at) select id, $6, $7, moment() from invited
       on conflict (issuer, subject) where removed_at is null do nothing returning id, person_id),
     proved as (select person_id from known union all select person_id from connected),
     ${opening}
     select person_id as "personId", (select id from connected) as connected from opened`,
    [...begunValues(begun), issuer, subject, email],
  );
  return came ?? null;
}

/** Connects this person with who they are outside; `made`: they were not connected yet. null where that is somebody else's. */
export async function connectOutside({ issuer, subject }: Outsider, personId: string): Promise<{ id: string; made: boolean } | null> {
  const [connected] = await askAccounts<{ id: string; made: boolean }>(
    `insert into auth.outside_identities (person_id, issuer, subject) values ($1, $2, $3)
     on conflict (issuer, subject) where removed_at is null do update set used_at = outside_identities.used_at where outside_identities.person_id = excluded.person_id returning id, xmax = 0 as made`, [personId, issuer, subject]);
  return connected ?? null;
}

/** Removes such a connection of this person's; false where there is none by this name. */
export async function disconnectOutside(id: string, personId: string): Promise<boolean> {
  return (await askAccounts("update auth.outside_identities set removed_at = moment() where id = $1 and person_id = $2 and removed_at is null returning id", [id, personId])).length === 1;
}

/** A way into somebody's account that was added, by its id, and whom to tell; null where it is gone again. */
export async function addedWay(id: string): Promise<{ kind: "passkey" | "outside"; device: string; name: string; email: string; language: string } | null> {
  const [added] = await askAccounts<{ kind: "passkey" | "outside"; device: string; name: string; email: string; language: string }>(
    `select way.kind, way.device, person.name, person.email, person.language from (
       select id, person_id, 'passkey' as kind, device from auth.passkeys union all select id, person_id, 'outside', '' from auth.outside_identities where removed_at is null) way
     join auth.persons person on person.id = way.person_id where way.id = $1 and email is not null`,
    [id],
  );
  return added ?? null;
}
