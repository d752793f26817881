import "server-only";
import { deviceNames } from "#lib/access/device.ts";
import { proofDigits } from "#lib/access/letter.ts";
import { addedWay } from "#lib/access/outside-identities.ts";
import { outsideName } from "#lib/access/outside.ts";
import { proofReceiver } from "#lib/access/proof.ts";
import { env } from "#lib/env.ts";
import { whenSent } from "#lib/jobs/jobs.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { sendLetter } from "#lib/mail/mail.ts";
import { letterWords } from "#lib/mail/words.ts";

export function workOnAccounts(): void {
  whenSent("send-proof", ({ id }) => sendProof(id));
  whenSent("send-way-added", ({ id }) => tellOfWay(id));
}

/** The six digits for somebody who is signed in and proves anew who they are. No link: they count only in that session. */
export async function sendProof(id: string): Promise<void> {
  const receiver = await proofReceiver(id);
  if (!receiver) return;
  const { name, email, language } = receiver;
  const [t, digits] = [await letterWords(language), proofDigits(id)];
  await sendLetter({ to: email, subject: t("proof.subject"), text: t("proof.text", { name, digits: `${digits.slice(0, 3)} ${digits.slice(3)}`, address: accountAddress(language) }) });
}

/** Tells somebody that there is a new way into their account: whoever did it knew how, and only they can say whether it was they. */
export async function tellOfWay(id: string): Promise<void> {
  const way = await addedWay(id);
  if (!way) return;
  const [t, { browser, system }] = [await letterWords(way.language), deviceNames(way.device)];
  const called = way.kind === "outside" ? t("wayAdded.outside", { name: outsideName() ?? "" }) : t("wayAdded.passkey", { device: [browser, system].filter(Boolean).join(", ") });
  await sendLetter({ to: way.email, subject: t("wayAdded.subject"), text: t("wayAdded.text", { name: way.name, way: called, address: accountAddress(way.language) }) });
}

const accountAddress = (language: string) => `${env().APP_ORIGIN}/${contentLanguage(language)}/account`;
