import type { useFormatter } from "next-intl";

type Format = ReturnType<typeof useFormatter>;

/** `7 December 2026`, by the place's calendar. */
export function longDay(format: Format, moment: Date, timeZone: string): string {
  return format.dateTime(moment, { day: "numeric", month: "long", year: "numeric", timeZone });
}

/** `Thursday 26 November, 18:00`. */
export function dayAndTime(format: Format, moment: Date, timeZone: string): string {
  return format.dateTime(moment, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone });
}

/** A language's name in the reader's language, from its ISO code. */
export function languageName(locale: string, language: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
}
