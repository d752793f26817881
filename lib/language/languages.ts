/** The languages the product speaks. One more is one more catalogue in messages/ and its code here. */
export const languages = ["en", "de", "lv"] as const;
export type Language = (typeof languages)[number];

/** Made from English to find what is untranslated, too long or facing the wrong way; never shown to people. */
export const pseudoLanguages = ["en-XA", "ar-XB"] as const;

/** What may stand in the address. */
export function speakable(): readonly string[] {
  return process.env.PSEUDO_LANGUAGES === "1" ? [...languages, ...pseudoLanguages] : languages;
}

export function isLanguage(claim: string | undefined): claim is Language {
  return (languages as readonly string[]).includes(claim ?? "");
}

/** The language of content for a language of the address: the pseudo ones are English. */
export function contentLanguage(locale: string): Language {
  return isLanguage(locale) ? locale : "en";
}

export function direction(locale: string): "ltr" | "rtl" {
  return locale.startsWith("ar") ? "rtl" : "ltr";
}
