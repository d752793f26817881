import { createTranslator } from "next-intl";
import type english from "#messages/en.json";
import { contentLanguage } from "#lib/language/languages.ts";

/** The sentences of letters in the receiver's language: a job or a script writes them, where there is no request to ask for it. */
export async function letterWords(language: string) {
  const locale = contentLanguage(language);
  const { default: messages } = (await import(`../../messages/${locale}.json`, { with: { type: "json" } })) as { default: typeof english };
  return createTranslator({ locale, messages, namespace: "letters" });
}
