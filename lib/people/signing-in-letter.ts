import "server-only";
import { letterDigits, letterKey } from "#lib/access/letter.ts";
import { receiverOf } from "#lib/access/sign-ins.ts";
import { env } from "#lib/env.ts";
import { whenSent } from "#lib/jobs/jobs.ts";
import { sendLetter } from "#lib/mail/mail.ts";
import { letterWords } from "#lib/mail/words.ts";

export function workOnSignIns(): void {
  whenSent("send-sign-in", ({ id }) => sendWayIn(id));
}

/** The letter somebody asked for, in the language they asked in. To an address that is nobody's there goes none. */
export async function sendWayIn(id: string): Promise<void> {
  const receiver = await receiverOf(id);
  if (!receiver) return;
  const { name, email, language } = receiver;
  const [t, digits] = [await letterWords(language), letterDigits(id)];
  const link = `${env().APP_ORIGIN}/${language}/sign-in/letter?letter=${letterKey(id)}`;
  await sendLetter({ to: email, subject: t("signIn.subject"), text: t("signIn.text", { name, link, digits: `${digits.slice(0, 3)} ${digits.slice(3)}` }) });
}
