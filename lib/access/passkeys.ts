import "server-only";
import type { z } from "zod";
import { env } from "#lib/env.ts";
import { askAccounts } from "./accounts.ts";
import { attemptSeconds, takeAttempt } from "./attempt.ts";
import { active, begunValues, opening, type Begun } from "./coming-in.ts";
import { callerDevice } from "./device.ts";
import { passkeyHost, type Made, type Shown } from "./passkey.ts";

export type OwnPasskey = { id: string; device: string; since: Date; usedAt: Date | null };

/** With how many devices one person may come in; enough for two at work, two at home, and their successors. */
export const mostPasskeys = 10;

/** The passkeys of a person, the newest first. */
export function passkeysOf(personId: string): Promise<OwnPasskey[]> {
  return askAccounts<OwnPasskey>(`select id, device, created_at as since, used_at as "usedAt" from auth.passkeys where person_id = $1 order by created_at desc, id limit ${mostPasskeys}`, [personId]);
}

// Loaded with the first passkey: a product where nobody uses one is to start no later for it.
const webauthn = () => import("@simplewebauthn/server");

const timeout = attemptSeconds.passkey * 1_000;

/** What the browser asks a device: to show any passkey of ours, after it has made sure who holds it. */
export async function questionToShow(challenge: Buffer): Promise<string> {
  const { generateAuthenticationOptions } = await webauthn();
  return JSON.stringify(await generateAuthenticationOptions({ rpID: host(), challenge: new Uint8Array(challenge), userVerification: "required", timeout }));
}

/** What the browser asks a device: to make a passkey for this person, that it can show without being told for whom. Not one that has one already. */
export async function questionToMake(challenge: Buffer, person: { id: string; name: string; email: string | null }, product: string): Promise<string> {
  const known = await askAccounts<{ credential: Buffer; transports: string }>("select credential, transports from auth.passkeys where person_id = $1 limit 100", [person.id]);
  const { generateRegistrationOptions } = await webauthn();
  return JSON.stringify(await generateRegistrationOptions({
    rpID: host(), rpName: product, challenge: new Uint8Array(challenge), timeout, attestationType: "none",
    userID: handleOf(person.id), userName: person.email ?? person.name, userDisplayName: person.name,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    excludeCredentials: known.map(({ credential, transports }) => ({ id: credential.toString("base64url"), transports: transports ? transports.split(" ") : undefined })),
  }));
}

/** A passkey that was shown rightly: which, whose, and how often its device has signed. */
export type Proof = { id: string; personId: string; before: string; counter: number };

/** Verifies what a device has shown. The question is used up before; null for every no, and nobody is told which. */
export async function proofIn(shown: z.output<typeof Shown>): Promise<Proof | null> {
  const attempt = await takeAttempt(["passkey"]);
  if (!attempt || !passkeyHost()) return null;
  const [known] = await askAccounts<{ id: string; personId: string; public_key: Buffer; counter: string }>(
    `select k.id, k.person_id as "personId", k.public_key, k.counter from auth.passkeys k join auth.persons person on person.id = k.person_id where k.credential = $1 and ${active}`, [Buffer.from(shown.id, "base64url")]);
  if (!known) return null;
  const { userHandle } = shown.response;
  if (userHandle && !Buffer.from(userHandle, "base64url").equals(handleOf(known.personId))) return null;
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await verifyAuthenticationResponse({
    response: shown, expectedChallenge: attempt.challenge.toString("base64url"), expectedOrigin: env().APP_ORIGIN, expectedRPID: host(), requireUserVerification: true,
    credential: { id: shown.id, publicKey: new Uint8Array(known.public_key), counter: Number(known.counter) },
  }).catch(() => null); // it throws at whatever is not as it should be: another origin, a counter that went back, a signature
  return verified?.verified ? { id: known.id, personId: known.personId, before: known.counter, counter: verified.authenticationInfo.newCounter } : null;
}

// The counter as it was read: of two answers at once one counts.
const counted = (at: number) => `update auth.passkeys set counter = $${at + 2}, used_at = moment() where id = $${at} and counter = $${at + 1} returning person_id`;

/** Begins the session of whoever showed this passkey, in one statement; null where it was removed, used or its owner suspended meanwhile. */
export async function comeInBy({ id, before, counter }: Proof, begun: Begun): Promise<string | null> {
  const [opened] = await askAccounts<{ person_id: string }>(`with proved as (${counted(6)}), ${opening} select person_id from opened`, [...begunValues(begun), id, before, counter]);
  return opened?.person_id ?? null;
}

/** Notes that a passkey was shown by somebody who is in already; false where it was removed or used meanwhile. */
export async function noteUse({ id, before, counter }: Proof): Promise<boolean> {
  return (await askAccounts(counted(1), [id, before, counter])).length === 1;
}

/** Verifies a passkey that was made for this person and keeps it; answers its id. null for every no. */
export async function keepPasskey(made: z.output<typeof Made>, personId: string): Promise<string | null> {
  const attempt = await takeAttempt(["new passkey"]);
  if (!attempt || attempt.personId !== personId || !passkeyHost()) return null;
  const { verifyRegistrationResponse } = await webauthn();
  const { registrationInfo: info } = await verifyRegistrationResponse({
    response: made, expectedChallenge: attempt.challenge.toString("base64url"), expectedOrigin: env().APP_ORIGIN, expectedRPID: host(), requireUserVerification: true,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!info) return null;
  const { id, publicKey, counter, transports = [] } = info.credential;
  const [kept] = await askAccounts<{ id: string }>(
    `insert into auth.passkeys (person_id, credential, public_key, counter, transports, device)
     select $1, $2, $3, $4, $5, $6 where (select count(*) from auth.passkeys where person_id = $1) < ${mostPasskeys}
     on conflict (credential) do nothing returning id`,
    [personId, Buffer.from(id, "base64url"), Buffer.from(publicKey), counter, transports.join(" "), await callerDevice()],
  );
  return kept?.id ?? null;
}

/** Removes a passkey of this person's; false where there is none by this name. */
export async function removePasskey(id: string, personId: string): Promise<boolean> {
  return (await askAccounts("delete from auth.passkeys where id = $1 and person_id = $2 returning id", [id, personId])).length === 1;
}

// A device keeps this beside the passkey; it says who without a name.
const handleOf = (personId: string) => new Uint8Array(Buffer.from(personId.replaceAll("-", ""), "hex"));

function host(): string {
  const name = passkeyHost();
  if (!name) throw new Error("no passkeys at a bare IP address");
  return name;
}
