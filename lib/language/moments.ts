import { contentLanguage } from "./languages.ts";

/** `7 December 2026`, by the place's calendar. */
export function longDay(locale: string, moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(regional(locale), { day: "numeric", month: "long", year: "numeric", timeZone }).format(moment);
}

/** `Thursday 26 November, 18:00`. */
export function dayAndTime(locale: string, moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(regional(locale), { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone }).format(moment);
}

/** A language's name in the reader's language, from its ISO code. */
export function languageName(locale: string, language: string): string {
  return new Intl.DisplayNames([regional(locale)], { type: "language" }).of(language) ?? language;
}

/** A country's name in the reader's language, from its ISO code. */
export function countryName(locale: string, country: string): string {
  return new Intl.DisplayNames([regional(locale)], { type: "region" }).of(country) ?? country;
}

// English as it is written in Europe: the day before the month, 24 hours.
function regional(locale: string): string {
  const language = contentLanguage(locale);
  return language === "en" ? "en-GB" : language;
}
