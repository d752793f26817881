import { getLocale, getTranslations } from "next-intl/server";
import type { Shown } from "#lib/figures/compare.ts";
import { longQuarter, partsOf, type Quarter } from "#lib/figures/quarter.ts";
import type { IndicatorCode } from "#lib/regions/choice.ts";

/** How figures and quarters are written on the page, in the bars and on the map. */
export async function compareWords(indicator: IndicatorCode) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const isPercent = indicator === "answered_in_time";
  const short = (quarter: Quarter) => t("charts.quarter", partsOf(quarter));
  return {
    short,
    long: (quarter: Quarter) => t("regions.quarterLong", { quarter: short(quarter), months: longQuarter(locale, quarter) }),
    /** The bare number, as it stands on a bar. */
    number: (value: number) => t(isPercent ? "regions.percent" : "regions.value", { value }),
    /** Everything that is known of one place, in words. */
    told: (shown: Shown) => {
      if (shown.kind !== "value") return t(shown.kind === "withheld" ? "regions.withheld" : "regions.noData");
      return shown.base === null ? t("regions.value", { value: shown.value }) : t("regions.percentOf", { value: shown.value, base: shown.base });
    },
  };
}
export type CompareWords = Awaited<ReturnType<typeof compareWords>>;
