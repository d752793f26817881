import "server-only";
import { createHash } from "node:crypto";
import pg from "pg";
import { steady } from "#lib/data/pool.ts";
import { metrics, watchPool } from "#lib/metrics.ts";
import { once } from "#lib/once.ts";
import { connections } from "#lib/processes.ts";

// The only other connection: the role auth_user sees accounts and sessions and not one tenant row.
const pool = once("accounts pool", () => watchPool("accounts", steady(new pg.Pool({ connectionString: process.env.AUTH_DATABASE_URL, max: connections.accounts, connectionTimeoutMillis: 3_000, query_timeout: 6_000, keepAlive: true }))));

export const closeAccounts = () => pool.end();

/** One statement to the account side; for the files of this folder alone. */
export async function askAccounts<Row extends pg.QueryResultRow>(question: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>(question, values)).rows;
}

type Ask = typeof askAccounts;

/**
 * Changes of one thing, one after the other: each begins when the former is committed, and sees what it left. The lock
 * is a statement of its own, since a statement sees what was there when it began, also after waiting.
 */
export async function inTurn<T>(thing: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  try {
    await connection.query(`begin; select pg_advisory_xact_lock(${createHash("sha256").update(thing).digest().readBigInt64BE()})`);
    const done = await work(async (question, values) => (await connection.query(question, values)).rows);
    await connection.query("commit");
    connection.release();
    return done;
  } catch (error) {
    connection.release(true); // without the commit nothing stays
    throw error;
  }
}

type Attached = { hash: Buffer; providerId: string; participantId: string };

/** Lets a living session speak for a participant at one provider; false when there is no such session. */
export async function attachVisit({ hash, providerId, participantId }: Attached): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into auth.session_participants (session_hash, provider_id, participant_id)
     select hash, $2, $3 from auth.sessions where hash = $1 and expires_at > moment()
     on conflict (session_hash, provider_id) do update set participant_id = excluded.participant_id`,
    [hash, providerId, participantId],
  );
  return rowCount === 1;
}

/** A new session that speaks for a participant. One statement. */
export async function beginVisit(visit: Attached & { seconds: number }): Promise<void> {
  await pool.query(
    `with made as (insert into auth.sessions (hash, expires_at) values ($1, moment() + make_interval(secs => $4)) returning hash)
     insert into auth.session_participants (session_hash, provider_id, participant_id) select hash, $2, $3 from made`,
    [visit.hash, visit.providerId, visit.participantId, visit.seconds],
  );
}

type Opened = { hash: Buffer; providerId: string; ideaId: string };

/** Lets a living session read one idea; false when there is no such session. */
export async function openInSession({ hash, providerId, ideaId }: Opened): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into auth.session_tickets (session_hash, provider_id, idea_id) select hash, $2, $3 from auth.sessions where hash = $1 and expires_at > moment()
     on conflict (session_hash, provider_id, idea_id) do update set created_at = session_tickets.created_at`,
    [hash, providerId, ideaId],
  );
  return rowCount === 1;
}

/** A new session that reads one idea and is nobody. One statement. */
export async function beginTicket(ticket: Opened & { seconds: number }): Promise<void> {
  await pool.query(
    `with made as (insert into auth.sessions (hash, expires_at) values ($1, moment() + make_interval(secs => $4)) returning hash)
     insert into auth.session_tickets (session_hash, provider_id, idea_id) select hash, $2, $3 from made`,
    [ticket.hash, ticket.providerId, ticket.ideaId, ticket.seconds],
  );
}

/** Gives a living session a new secret; whom it speaks for goes along. False when there is no such session. */
export async function renewSession(hash: Buffer, renewed: Buffer): Promise<boolean> {
  const { rowCount } = await pool.query("update auth.sessions set hash = $2 where hash = $1 and expires_at > moment()", [hash, renewed]);
  return rowCount === 1;
}

/** The session speaks for nobody at this provider any more. */
export async function endVisit({ hash, providerId }: Omit<Attached, "participantId">): Promise<void> {
  await pool.query("delete from auth.session_participants where session_hash = $1 and provider_id = $2", [hash, providerId]);
}

/** Opens a session for a person with an account, who has just proved that it is theirs. */
export async function beginSession(session: { hash: Buffer; personId: string; device: string; seconds: number }): Promise<void> {
  await pool.query("insert into auth.sessions (hash, person_id, device, expires_at, proved_at) values ($1, $2, $3, moment() + make_interval(secs => $4), moment())", [session.hash, session.personId, session.device, session.seconds]);
}

/** Ends a session everywhere, at once; whether it was there is not told. */
export async function endSession(hash: Buffer): Promise<void> {
  await pool.query("delete from auth.sessions where hash = $1", [hash]);
}

/** Counts one use of every key in the current ten minutes and answers the counts, this one included; the session was seen today. One statement. */
export async function countUse(keys: string[], session: Buffer | null = null): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ key: string; used: number }>(
    `with seen as (update auth.sessions set seen_at = moment() where hash = $2 and seen_at < date_trunc('day', moment()))
     insert into auth.limits (key, slot, used) select key, date_bin('10 minutes', moment(), 'epoch'), 1 from unnest($1::text[]) key order by key
     on conflict (key, slot) do update set used = limits.used + 1 returning key, used`,
    [keys, session],
  );
  return new Map(rows.map(({ key, used }) => [key, used]));
}

/** Counts one use today, of whatever must not come too often in a day, and answers the count. One statement. */
export async function countToday(key: string): Promise<number> {
  const { rows } = await pool.query<{ used: number }>(
    `insert into auth.limits (key, slot, used) values ($1, date_bin('1 day', moment(), 'epoch'), 1)
     on conflict (key, slot) do update set used = limits.used + 1 returning used`,
    [key],
  );
  return rows[0]?.used ?? 0;
}

/** Takes one use back: what was counted beforehand turned out to be no miss. */
export async function uncountUse(key: string): Promise<void> {
  await pool.query("update auth.limits set used = used - 1 where key = $1 and slot = date_bin('10 minutes', moment(), 'epoch') and used > 0", [key]);
}

/** Writes down that a call was refused: which ability, why, at which provider; never what was sent. At most 1,000 in ten minutes: a flood must not fill the disk. */
export async function noteRefusal(refusal: { placeId: string | null; ability: string; kind: "unknown place" | "not allowed" | "foreign origin" | "too often" }): Promise<void> {
  metrics.refusals.inc({ kind: refusal.kind });
  await pool.query(
    `insert into auth.refusals (provider_id, ability, kind) select $1, $2, $3
     where (select count(*) from (select from auth.refusals where at > moment() - interval '10 minutes' limit 1000) lately) < 1000`,
    [refusal.placeId, refusal.ability, refusal.kind],
  );
}

/** Forgets what has run out: sessions, ways begun and not gone to their end, letters and counts older than a day, refusals older than 90 days. */
export async function forgetOld(): Promise<void> {
  await pool.query("delete from auth.sessions where expires_at < moment()");
  await pool.query("delete from auth.attempts where expires_at < moment()");
  await pool.query("delete from auth.sign_ins where expires_at < moment() - interval '1 day'");
  await pool.query("delete from auth.proofs where expires_at < moment() - interval '1 day'");
  await pool.query("delete from auth.limits where slot < moment() - interval '1 day'");
  await pool.query("delete from auth.refusals where at < moment() - interval '90 days'");
}

/** Is the account side of the database there? */
export async function accountsAnswer(): Promise<void> {
  await pool.query("select 1");
}
