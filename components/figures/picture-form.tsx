import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/field.tsx";
import { ScreenOnly } from "#components/ui/layout.tsx";
import type { Period, Picture } from "#lib/figures/picture.ts";
import { mostQuarters, partsOf, quartersBetween, shifted } from "#lib/figures/quarter.ts";

/** Which quarters, which network: a plain question in the address, so a picture can be kept as a bookmark and sent to a colleague. */
export async function PictureForm({ picture: { all, chosen }, period: { quarters, running } }: { picture: Picture; period: Period }) {
  const [t, charts] = await Promise.all([getTranslations("picture"), getTranslations("charts")]);
  const offered = new Set([...quarters, ...quartersBetween(shifted(running, 1 - mostQuarters), running)]);
  const options = [...offered].toSorted().toReversed().map((quarter) => ({ value: quarter, label: charts("quarter", partsOf(quarter)) }));
  return (
    <ScreenOnly>
      <form method="get" className="grid items-end gap-3 sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
        <Choice name="from" label={t("from")} options={options} initial={quarters[0]} />
        <Choice name="to" label={t("to")} options={options} initial={quarters.at(-1)} />
        {all.length > 1 && <Choice name="network" label={t("network")} empty={t("all")} options={all.map(({ slug, name }) => ({ value: slug, label: name }))} initial={chosen?.slug} />}
        <Button kind="quiet">{t("show")}</Button>
      </form>
    </ScreenOnly>
  );
}
