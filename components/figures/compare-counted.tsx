import { getLocale, getTranslations } from "next-intl/server";
import { compareWords } from "#components/figures/compare-words.ts";
import { Unfold } from "#components/figures/region-unfold.tsx";
import { Card } from "#components/ui/card.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small } from "#components/ui/text.tsx";
import { isWhole, type Asked } from "#lib/figures/comparison.ts";
import type { RegionsSeen } from "#lib/figures/queries.ts";
import { longDay } from "#lib/language/moments.ts";
import { indicatorCodes, nutsVersion } from "#lib/regions/choice.ts";

/** What the figure means, where it comes from, and what must be known to read it fairly. */
export async function CompareCounted({ seen, asked }: { seen: RegionsSeen; asked: Asked }) {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations(), compareWords(asked.indicator)]);
  const release = seen.releases.find(({ quarter }) => quarter === asked.last);
  const facts = (codes: readonly (typeof indicatorCodes)[number][]) => codes.map((code) => ({ term: t(`indicators.${code}.name`), value: <>{t(`indicators.${code}.definition`)} <span className="text-ink-soft">({t(`indicators.${code}.unit`)})</span></> }));
  return (
    <Card labelledBy="counted">
      <Heading level={2} size={1} id="counted">{t("regions.countedTitle")}</Heading>
      <Facts facts={facts([asked.indicator])} />
      {!isWhole(asked) && <Small>{t("regions.withheldText")} {t("regions.noDataText")}</Small>}
      <Small>{t("regions.addedUp")} {t("regions.selfReported")}</Small>
      <Small>{t("regions.sourceLine")} {release && t("regions.publishedOn", { quarter: words.short(release.quarter), date: longDay(locale, release.madeAt, "Etc/UTC") })} {t("regions.nuts", { version: nutsVersion })}</Small>
      <Unfold label={t("regions.otherIndicators")}><Facts facts={facts(indicatorCodes)} /></Unfold>
    </Card>
  );
}
