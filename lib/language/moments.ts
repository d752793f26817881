import { contentLanguage } from "./languages.ts";

/** `7 December 2026`, by the place's calendar. */
export function longDay(locale: string, moment: Date, timeZone: string): string {
  return kept(days, regional(locale), timeZone).format(moment);
}

/** `Thursday 26 November, 18:00`. */
export function dayAndTime(locale: string, moment: Date, timeZone: string): string {
  return kept(times, regional(locale), timeZone).format(moment);
}

/** A language's name in the reader's language, from its ISO code. */
export function languageName(locale: string, language: string): string {
  return kept(languageNames, regional(locale)).of(language) ?? language;
}

/** A country's name in the reader's language, from its ISO code. */
export function countryName(locale: string, country: string): string {
  return kept(countryNames, regional(locale)).of(country) ?? country;
}

// Making a formatter costs seventy times as much as using it, and a list uses one for every row: one is kept for each language
// and zone. Zones come from the provider's row, where only real ones stand, so there are as many as countries.
type Making<Formatter> = { known: Map<string, Formatter>; make: (language: string, timeZone: string) => Formatter };
const days = making((language, timeZone) => new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone }));
const times = making((language, timeZone) => new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone }));
const languageNames = making((language) => new Intl.DisplayNames([language], { type: "language" }));
const countryNames = making((language) => new Intl.DisplayNames([language], { type: "region" }));

function making<Formatter>(make: Making<Formatter>["make"]): Making<Formatter> {
  return { known: new Map(), make };
}

function kept<Formatter>({ known, make }: Making<Formatter>, language: string, timeZone = ""): Formatter {
  const key = `${language} ${timeZone}`;
  const formatter = known.get(key) ?? make(language, timeZone);
  known.set(key, formatter);
  return formatter;
}

// English as it is written in Europe: the day before the month, 24 hours.
function regional(locale: string): string {
  const language = contentLanguage(locale);
  return language === "en" ? "en-GB" : language;
}
