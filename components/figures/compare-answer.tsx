import { getLocale, getTranslations } from "next-intl/server";
import { ChartTable } from "#components/charts/chart-table.tsx";
import { compareWords } from "#components/figures/compare-words.ts";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Comparison } from "#lib/figures/compare.ts";
import type { Asked } from "#lib/figures/comparison.ts";
import { addressOf } from "#lib/regions/choice.ts";

// A table has so many columns at most, so that nothing moves sideways; a longer time goes on in another one.
const columns = 6;

/** The table: regions beside each other, quarter by quarter. */
export async function CompareAnswer({ asked, comparison }: { asked: Asked; comparison: Comparison }) {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations(), compareWords(asked.indicator)]);
  const { quarters, rows } = comparison;
  const name = t(`indicators.${asked.indicator}.name`);
  const title = asked.first === asked.last ? t("regions.answerTitleOne", { indicator: name, quarter: words.short(asked.last) }) : t("regions.answerTitle", { indicator: name, first: words.short(asked.first), last: words.short(asked.last) });
  const starts = quarters.flatMap((_, at) => (at % columns === 0 ? [at] : []));
  const stands = new Set(rows.flatMap(({ cells }) => cells.map(({ kind }) => kind)));
  return (
    <Card labelledBy="answer">
      <Heading level={2} id="answer">{title}</Heading>
      {starts.map((from) => (
        <ChartTable
          key={from} caption={title} corner={t("regions.region")} columns={quarters.slice(from, from + columns).map(words.short)}
          rows={rows.map(({ region, cells }) => ({ head: <span className="font-strong">{region.name}</span>, cells: cells.slice(from, from + columns).map((cell) => ({ text: words.told(cell) })) }))}
        />
      ))}
      {stands.has("withheld") && <Small>{t("regions.withheldText")}</Small>}
      {stands.has("no data") && <Small>{t("regions.noDataText")}</Small>}
      <Row>
        <LinkButton kind="quiet" href={`/${locale}/regions/figures.csv${addressOf(asked)}`}>{t("regions.csv")}</LinkButton>
        <LinkButton kind="plain" href="#counted">{t("regions.countedTitle")}</LinkButton>
      </Row>
    </Card>
  );
}
