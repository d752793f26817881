import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "#lib/access/actor.ts";
import type { Period, Picture } from "#lib/figures/picture.ts";
import { longQuarter } from "#lib/figures/quarter.ts";
import { longDay } from "#lib/language/moments.ts";

/** One chart on its own ground. Six of them fit on one printed page, so on paper the ground shrinks to a line. */
export function Sheet({ children }: { children: ReactNode }) {
  return <section className="min-w-0 rounded-card border border-line bg-surface p-3 sm:p-4 print:rounded-none print:border-0 print:border-t print:p-0 print:pt-1">{children}</section>;
}

/** Whose picture, of what, of when; and what nobody finds in it. On paper, too, and smaller there. */
export async function PictureHead({ actor, picture, period: { quarters, running } }: { actor: Actor; picture: Picture; period: Period }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("picture")]);
  const [first, last] = [quarters[0] ?? running, quarters.at(-1) ?? running];
  return (
    <div className="space-y-1 print:space-y-0">
      <h1 className="text-3 print:text-[14pt]">{t("title")}</h1>
      <p className="max-w-wide text-1 leading-normal text-ink-soft print:text-[9pt]">{[actor.place.name, picture.chosen?.name ?? t("all"), longQuarter(locale, first, last)].join(" · ")}</p>
      <p className="text-small text-ink-soft print:text-[8pt]">{t("asOf", { day: longDay(locale, actor.at, actor.place.timeZone) })} {t("noWords")}</p>
    </div>
  );
}
