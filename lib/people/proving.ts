import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { countUse } from "#lib/access/accounts.ts";
import { areProofDigitsOf } from "#lib/access/letter.ts";
import { ownerOf } from "#lib/access/own-account.ts";
import { noteUse, passkeysOf, proofIn } from "#lib/access/passkeys.ts";
import { passkeyHost } from "#lib/access/passkey.ts";
import { askForProof, proofAskedIn, proved, redeemProof } from "#lib/access/proof.ts";
import { giveCookie, memberSeconds, newSecret, sessionHash } from "#lib/access/session.ts";
import { Refusal } from "#lib/action/refusal.ts";
import { sendLater } from "#lib/jobs/jobs.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { ShownPasskey } from "./passkeys.ts";
import { sixDigits } from "./signing-in.ts";

/** Where to go back to: a path of ours after the language, with nothing that could lead elsewhere. Without one the window is closed. */
export const Back = z.string().max(300).regex(/^(\/[\w-]+)*$/).default("").catch("");

export const AskedProof = z.object({ to: Back });
export const TypedProof = z.object({ to: Back, digits: sixDigits });
export const ShownProof = ShownPasskey.extend({ to: Back });

const mostLetters = 5;
const back = (to: string) => to || "/account/prove?done=1";

/** Sends six digits to whoever is signed in here. At most five letters in ten minutes. */
export async function askProof({ to }: z.output<typeof AskedProof>, language: string): Promise<{ goTo: string }> {
  const [{ session, person }, id] = [await signedIn(), randomUUID()];
  if (!person) return nobody;
  const key = `door proof of ${person.id}`;
  if (((await countUse([key])).get(key) ?? 0) > mostLetters) throw new Refusal("letterTooOften");
  if (!(await askForProof({ id, session, language: contentLanguage(language) }))) return nobody;
  await sendLater("send-proof", { id });
  return { goTo: `/account/prove?sent=1${to && `&to=${encodeURIComponent(to)}`}` };
}

/** Proves it by the digits of that letter. The session's secret changes: whoever knew the old one proves nothing by this. */
export async function proveByLetter({ to, digits }: z.output<typeof TypedProof>): Promise<{ goTo: string }> {
  const { session, person } = await signedIn();
  if (!person) return nobody;
  const id = await proofAskedIn(session);
  if (!id) throw new Refusal("letterOver");
  const { secret, hash } = newSecret();
  const said = await redeemProof({ id, right: areProofDigitsOf(id, digits) }, { hash: session, renewed: hash });
  if (said !== "proved") throw new Refusal(said === "wrong" ? "proofNotThese" : "letterOver");
  await giveCookie(secret, memberSeconds);
  return { goTo: back(to) };
}

/** The same by a passkey, which must be the signed-in person's own. */
export async function proveByPasskey({ to, answer }: z.output<typeof ShownProof>): Promise<{ goTo: string }> {
  const { session, person } = await signedIn();
  if (!person) return nobody;
  const proof = await proofIn(answer);
  const { secret, hash } = newSecret();
  const mine = proof?.personId === person.id && (await noteUse(proof));
  if (!mine || !(await proved({ hash: session, renewed: hash, personId: person.id }))) throw new Refusal("passkeyNot");
  await giveCookie(secret, memberSeconds);
  return { goTo: back(to) };
}

// Where the way to sign in is.
const nobody = { goTo: "/account" };

async function signedIn() {
  const session = (await sessionHash()) ?? Buffer.alloc(0);
  return { session, person: await ownerOf(session) };
}

/** Who is asked to prove it, and by what they can; null for who is not signed in. */
export async function whoProves(): Promise<{ email: string | null; passkeys: boolean } | null> {
  const person = await ownerOf(await sessionHash());
  return person && { email: person.email, passkeys: passkeyHost() !== null && (await passkeysOf(person.id)).length > 0 };
}
