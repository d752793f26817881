import { getLocale, getTranslations } from "next-intl/server";
import { compareWords } from "#components/figures/compare-words.ts";
import { RegionTicks } from "#components/figures/region-ticks.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Choice } from "#components/ui/field.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid } from "#components/ui/layout.tsx";
import type { Asked } from "#lib/figures/comparison.ts";
import type { RegionsSeen } from "#lib/figures/queries.ts";
import { indicatorCodes } from "#lib/regions/choice.ts";

/** The question, as a form that only changes the address. */
export async function CompareForm({ seen, asked, programme }: { seen: RegionsSeen; asked: Asked; programme?: string }) {
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations(), compareWords(asked.indicator)]);
  const quarters = seen.releases.map(({ quarter }) => ({ value: quarter, label: words.short(quarter) })).reverse();
  return (
    <Card labelledBy="choose">
      <Heading level={2} size={1} id="choose">{t("regions.formTitle")}</Heading>
      <form action={`/${locale}/regions`} className="space-y-3">
        {programme && <input type="hidden" name="programme" value={programme} />}
        <RegionTicks regions={seen.regions} chosen={asked.regions} published={seen.map.map(({ regionCode }) => regionCode)} />
        <Grid>
          <Choice name="indicator" label={t("regions.indicatorLabel")} initial={asked.indicator} options={indicatorCodes.map((code) => ({ value: code, label: t(`indicators.${code}.name`) }))} />
          <Choice name="first" label={t("regions.firstLabel")} initial={asked.first} options={quarters} />
          <Choice name="last" label={t("regions.lastLabel")} initial={asked.last} options={quarters} />
        </Grid>
        <Button>{t("regions.show")}</Button>
      </form>
    </Card>
  );
}
