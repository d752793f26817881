import "server-only";
import { callerDevice } from "./device.ts";
import { signInThroughNextAuth } from "./next-auth.ts";
import { giveCookie, memberSeconds, newSecret, sessionHash } from "./session.ts";

/** The session that begins when somebody has proved who they are. `former`: what this browser could do before ends. `provedAt`: elsewhere, in seconds since 1970 (0: nobody knows when); null is now. */
export type Begun = { hash: Buffer; former: Buffer | null; device: string; seconds: number; provedAt: number | null };

/** The values of `opening`, as the first of a statement. */
export const begunValues = (begun: Begun) => [begun.hash, begun.former, begun.device, begun.seconds, begun.provedAt];

/** May this person do anything anywhere? */
export const active = "exists (select from auth.memberships m where m.person_id = person.id and m.suspended_at is null)";

/**
 * Begins the session of whoever `proved` names (a part of the statement before this one, with their person_id): one way for
 * the letter, the passkey and the sign-in outside. Who has one place has joined it by this; with several, each is said yes to.
 * Part of a statement whose first five values are `begunValues`; `opened` has the person, or nobody.
 */
export const opening = `
  opened as (
    insert into auth.sessions (hash, person_id, device, expires_at, proved_at)
    select $1::bytea, person.id, $3::text, moment() + make_interval(secs => $4::double precision), least(moment(), coalesce(to_timestamp($5::double precision), moment()))
    from proved join auth.persons person on person.id = proved.person_id where ${active} returning person_id),
  former as (delete from auth.sessions where hash = $2::bytea and exists (select from opened)),
  joined as (
    update auth.memberships set joined_at = moment() where person_id in (select person_id from opened) and joined_at is null and suspended_at is null
    and 1 = (select count(distinct coalesce(m.provider_id, m.programme_id)) from auth.memberships m where m.person_id in (select person_id from opened) and m.suspended_at is null))`;

/** Comes in: `prove` begins the session and answers whose it is, or refuses. Gives the cookie; answers the person. */
export async function comeIn(prove: (begun: Begun) => Promise<string>): Promise<string> {
  const { secret, hash } = newSecret();
  const begun = { hash, former: await sessionHash(), device: await callerDevice(), seconds: memberSeconds, provedAt: null };
  const given = await signInThroughNextAuth(secret, () => prove(begun));
  await giveCookie(given.secret, memberSeconds);
  return given.personId;
}
