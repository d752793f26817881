import { getTranslations } from "next-intl/server";
import { Bars } from "#components/charts/bars.tsx";
import { Chart } from "#components/charts/chart.tsx";
import { compareWords } from "#components/figures/compare-words.ts";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Comparison } from "#lib/figures/compare.ts";
import { partsOf } from "#lib/figures/quarter.ts";
import type { IndicatorCode } from "#lib/regions/choice.ts";

/** Each region's own bars, all by one scale, in the order in which they were chosen. */
export async function CompareBars({ indicator, comparison: { quarters, rows, most } }: { indicator: IndicatorCode; comparison: Comparison }) {
  const [t, words] = await Promise.all([getTranslations(), compareWords(indicator)]);
  const slots = quarters.map((quarter) => ({ label: t("charts.quarterOnly", { number: partsOf(quarter).number }), under: partsOf(quarter).year.slice(quarters.length > 6 ? 2 : 0) }));
  const hasGap = rows.some(({ cells }) => cells.some(({ kind }) => kind !== "value"));
  return (
    <Card labelledBy="bars">
      <Heading level={2} size={1} id="bars">{t("regions.barsTitle")}</Heading>
      <Small>{t("regions.barsText")} {hasGap && t("regions.barsNote")}</Small>
      <div className={`grid gap-4 sm:grid-cols-2 ${rows.length === 2 || rows.length === 4 ? "" : "lg:grid-cols-3"}`}>
        {rows.map(({ region, cells }) => {
          const values = cells.map((cell) => (cell.kind === "value" ? cell.value : null));
          return (
            <Chart key={region.code} caption={region.name}>
              {values.every((value) => value === null) ? <p>{[...new Set(cells.map(words.told))].join(", ")}</p> : <Bars slots={slots} max={most} series={[{ label: region.name, values, texts: values.map((value) => (value === null ? "" : words.number(value))) }]} />}
            </Chart>
          );
        })}
      </div>
    </Card>
  );
}
