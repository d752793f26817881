import type { Letter } from "#lib/mail/deliver.ts";
import { letterWords } from "#lib/mail/words.ts";
import { contentLanguage } from "#lib/language/languages.ts";

type Invitation = { email: string; name: string; language: string; place: string; origin: string };

/** The letter that invites somebody. It tells the way to the sign-in page and carries no secret: it may be read late, or twice. */
export async function invitationLetter({ email, name, language, place, origin }: Invitation): Promise<Letter> {
  const t = await letterWords(language);
  const words = { name: oneLine(name), email, place: oneLine(place), address: `${origin}/${contentLanguage(language)}/sign-in` };
  return { to: email, subject: t("invitation.subject", words), text: t("invitation.text", words) };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");
