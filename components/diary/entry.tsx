import { getLocale, getTranslations } from "next-intl/server";
import { Small, Words } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";

type Told = { happenedOn: Date; what: string; surprised: string; next: string; newcomers: number; regulars: number; children: number; minutes: number; language: string };

/** What happened one day, and who came: counts, no names. */
export async function EntryWords({ entry }: { entry: Told }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("diary")]);
  const counts = [
    entry.newcomers > 0 && t("newcomersCount", { count: entry.newcomers }), entry.regulars > 0 && t("regularsCount", { count: entry.regulars }),
    entry.children > 0 && t("childrenCount", { count: entry.children }), entry.minutes > 0 && t("hoursCount", { hours: hoursOf(entry.minutes) }),
  ];
  return (
    <>
      <Small>{[longDay(locale, entry.happenedOn, "Etc/UTC"), ...counts].filter(Boolean).join(" · ")}</Small>
      <Words lang={entry.language}>{entry.what}</Words>
      {entry.surprised && <div><Small>{t("surprised")}</Small><Words lang={entry.language}>{entry.surprised}</Words></div>}
      {entry.next && <div><Small>{t("next")}</Small><Words lang={entry.language}>{entry.next}</Words></div>}
    </>
  );
}

/** Minutes as hours with one digit at most. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
