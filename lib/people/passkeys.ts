import "server-only";
import { z } from "zod";
import { beginAttempt } from "#lib/access/attempt.ts";
import { comeIn } from "#lib/access/coming-in.ts";
import { ownerOf } from "#lib/access/own-account.ts";
import { Made, Shown } from "#lib/access/passkey.ts";
import { comeInBy, keepPasskey, mostPasskeys, passkeysOf, proofIn, questionToMake, questionToShow, removePasskey } from "#lib/access/passkeys.ts";
import { sessionHash } from "#lib/access/session.ts";
import { here, Refusal } from "#lib/action/refusal.ts";
import { uuidShape } from "#lib/data/shapes.ts";
import { sendLater } from "#lib/jobs/jobs.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { homeOf } from "./signing-in.ts";

export const ShownPasskey = z.object({ answer: Shown });
export const MadePasskey = z.object({ answer: Made });
export const OnePasskey = z.object({ passkey: z.string().regex(uuidShape, "strange") });

/** Hands out the question that a passkey answers. Whoever answers it rightly is told apart only then. */
export async function question(language: string): Promise<{ hands: string }> {
  return { hands: await questionToShow(await beginAttempt("passkey", { language: contentLanguage(language) })) };
}

/** Comes in by a passkey. One answer for every no: another's question, an old one, one used before, a removed key, somebody suspended. */
export async function comeInByPasskey({ answer }: z.output<typeof ShownPasskey>): Promise<{ goTo: string }> {
  const person = await comeIn(async (session) => {
    const proof = await proofIn(answer);
    const personId = proof && (await comeInBy(proof, session));
    if (!personId) throw new Refusal("passkeyNot");
    return personId;
  });
  return { goTo: await homeOf(person) };
}

/** Hands out the question by which a device makes a passkey for whoever is signed in here. */
export async function questionForNew(language: string): Promise<{ hands: string }> {
  const person = await owner();
  if ((await passkeysOf(person.id)).length >= mostPasskeys) throw new Refusal("passkeysFull", { words: { most: mostPasskeys } });
  return { hands: await questionToMake(await beginAttempt("new passkey", { personId: person.id, language: contentLanguage(language) }), person, "Sempre") };
}

/** Keeps the passkey that a device has made, and tells the person by a letter, in case it was not they. */
export async function add({ answer }: z.output<typeof MadePasskey>): Promise<{ goTo: string }> {
  const id = await keepPasskey(answer, (await owner()).id);
  if (!id) throw new Refusal("passkeyNotMade");
  await sendLater("send-way-added", { id });
  return { goTo: "/account?passkey=added" };
}

/** Removes one of one's own passkeys; not found where it is another's. */
export async function remove({ passkey }: z.output<typeof OnePasskey>): Promise<{ goTo: string }> {
  here((await removePasskey(passkey, (await owner()).id)) || null);
  return { goTo: "/account?passkey=removed" };
}

async function owner() {
  return here(await ownerOf(await sessionHash()));
}
