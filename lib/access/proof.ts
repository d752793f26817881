import "server-only";
import { askAccounts } from "./accounts.ts";
import type { Actor } from "./actor.ts";
import { letterSeconds, mostTries } from "./letter.ts";
import { sessionHash } from "./session.ts";

/**
 * How long somebody who proved who they are may change what others may do, in seconds. 15 minutes is what NIST SP 800-63B
 * (at its highest level) lets a session rest before it asks again: about as long as a desk is left unlocked by mistake.
 */
export const freshSeconds = 900;

/** Did this actor prove lately who they are, by the database's clock? */
export function isFresh({ at, provedAt }: Pick<Actor, "at" | "provedAt">): boolean {
  return provedAt !== null && at.getTime() - provedAt.getTime() < freshSeconds * 1_000;
}

const fresh = `proved_at > moment() - make_interval(secs => ${freshSeconds})`;

/** The same at the door, of whoever this browser's session belongs to. */
export async function isFreshHere(): Promise<boolean> {
  const found = await askAccounts(`select from auth.sessions where hash = $1 and expires_at > moment() and person_id is not null and ${fresh}`, [await sessionHash()]);
  return found.length === 1;
}

/** Whoever this session belongs to has just proved it, and the session's secret changes. Only for this person; false where it is not theirs, or is over. */
export async function proved(session: { hash: Buffer; renewed: Buffer; personId: string }): Promise<boolean> {
  const found = await askAccounts("update auth.sessions set hash = $2, proved_at = moment() where hash = $1 and person_id = $3 and expires_at > moment() returning id", [session.hash, session.renewed, session.personId]);
  return found.length === 1;
}

const alive = `used_at is null and expires_at > moment() and tries < ${mostTries}`;
// Six digits can be guessed by who asks often enough: after so many wrong ones in a day none count until tomorrow. To sign in anew proves it too.
const mostWrongInADay = 30;

/** Writes down that whoever this session belongs to asks for a letter to prove it; null where it is nobody's. */
export async function askForProof(asked: { id: string; session: Buffer; language: string }): Promise<{ personId: string } | null> {
  const [made] = await askAccounts<{ personId: string }>(
    `insert into auth.proofs (id, session_hash, person_id, language, expires_at)
     select $1, hash, person_id, $3, moment() + make_interval(secs => $4) from auth.sessions where hash = $2 and person_id is not null and expires_at > moment()
     returning person_id as "personId"`,
    [asked.id, asked.session, asked.language, letterSeconds],
  );
  return made ?? null;
}

/** To whom such a letter goes; null where it comes too late, or where that session is over. */
export async function proofReceiver(id: string): Promise<{ name: string; email: string; language: string } | null> {
  const [receiver] = await askAccounts<{ name: string; email: string; language: string }>(
    `select name, email, proof.language from auth.proofs proof join auth.persons person on person.id = person_id where proof.id = $1 and email is not null and ${alive}`,
    [id],
  );
  return receiver ?? null;
}

/** The letter that was asked for last in this session, while it works. */
export async function proofAskedIn(session: Buffer): Promise<string | null> {
  const [proof] = await askAccounts<{ id: string }>(`select id from auth.proofs where session_hash = $1 and ${alive} order by created_at desc, id limit 1`, [session]);
  return proof?.id ?? null;
}

/** Uses the letter up where its digits were typed right, in the session that asked; the secret changes. One statement: of several at once the row's lock lets one through. */
export async function redeemProof(proof: { id: string; right: boolean }, session: { hash: Buffer; renewed: Buffer }): Promise<"proved" | "wrong" | "over"> {
  const [answer] = await askAccounts<{ there: boolean; proved: boolean }>(
    `with letter as (
       update auth.proofs p set
         used_at = case when $2 and (select coalesce(sum(o.tries), 0) from auth.proofs o where o.person_id = p.person_id and o.created_at > moment() - interval '1 day') < ${mostWrongInADay} then moment() end,
         tries = tries + (not $2)::int
       where id = $1 and session_hash = $3 and ${alive} returning person_id, used_at),
     session as (
       update auth.sessions set hash = $4, proved_at = moment() where hash = $3 and expires_at > moment()
       and person_id = (select person_id from letter where used_at is not null) returning id)
     select exists (select from letter) as there, exists (select from session) as proved`,
    [proof.id, proof.right, session.hash, session.renewed],
  );
  if (answer?.proved) return "proved";
  return answer?.there ? "wrong" : "over";
}
