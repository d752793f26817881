import "server-only";
import { randomBytes } from "node:crypto";
import { askAccounts } from "./accounts.ts";
import { forgetMark, markBrowser, markOf } from "./session.ts";

/** What somebody is on the way to prove: with a passkey, with one that is being made, or at a sign-in outside. */
export type Purpose = "passkey" | "new passkey" | "outside" | "new outside";
export type Attempt = { challenge: Buffer; personId: string | null; language: string };

/** How long the way may take, in seconds: five minutes at a device, ten where a password is typed elsewhere. */
export const attemptSeconds = { passkey: 300, "new passkey": 300, outside: 600, "new outside": 600 } as const;

/** Begins such a way in this browser, and answers its challenge of 256 bits. `personId`: it counts only for this person. */
export async function beginAttempt(purpose: Purpose, { personId = null, language }: { personId?: string | null; language: string }): Promise<Buffer> {
  const [challenge, seconds] = [randomBytes(32), attemptSeconds[purpose]];
  await askAccounts("insert into auth.attempts (browser_hash, purpose, challenge, person_id, language, expires_at) values ($1, $2, $3, $4, $5, moment() + make_interval(secs => $6))", [await markBrowser("try", seconds), purpose, challenge, personId, language, seconds]);
  return challenge;
}

/** The way this browser has begun; only looks. */
export async function attemptHere(purposes: readonly Purpose[]): Promise<Attempt | null> {
  const [attempt] = await askAccounts<Attempt>(`select ${words} from auth.attempts where browser_hash = $1 and purpose = any ($2) and expires_at > moment()`, [await markOf("try"), purposes]);
  return attempt ?? null;
}

/** The way this browser has begun, used up by this whatever comes of it: before anything is verified, so that no answer is tried twice. */
export async function takeAttempt(purposes: readonly Purpose[]): Promise<(Attempt & { purpose: Purpose }) | null> {
  const browser = await markOf("try");
  if (!browser) return null;
  const [attempt] = await askAccounts<Attempt & { purpose: Purpose; counts: boolean }>(`delete from auth.attempts where browser_hash = $1 returning ${words}, purpose, purpose = any ($2) and expires_at > moment() as counts`, [browser, purposes]);
  await forgetMark("try");
  return attempt?.counts ? attempt : null;
}

const words = `challenge, person_id as "personId", language`;
