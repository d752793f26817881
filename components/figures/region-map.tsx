import { getTranslations } from "next-intl/server";
import { compareWords } from "#components/figures/compare-words.ts";
import { Swatch, TileMap, type Tile } from "#components/figures/tile-map.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small } from "#components/ui/text.tsx";
import { Unfold } from "#components/figures/region-unfold.tsx";
import { percentShades, shadeOf, shades, shown } from "#lib/figures/compare.ts";
import type { Asked } from "#lib/figures/comparison.ts";
import type { RegionsSeen } from "#lib/figures/queries.ts";

/** So few regions as a list are as high as the map beside them. */
const fewRows = 20;

/** Every region's figure of the last quarter, as a map and as a list. */
export async function RegionMap({ seen, asked }: { seen: RegionsSeen; asked: Asked }) {
  const [t, words] = await Promise.all([getTranslations(), compareWords(asked.indicator)]);
  const steps = asked.indicator === "answered_in_time" ? percentShades : shades(Math.max(0, ...seen.map.map(({ value }) => value ?? 0)));
  const figures = new Map(seen.map.map((figure) => [figure.regionCode, shown(figure)]));
  const tiles = seen.regions.map((region): Tile & { told: string } => {
    const figure = figures.get(region.code) ?? { kind: "no data" as const };
    const chosen = asked.regions.indexOf(region.code) + 1;
    return {
      region, told: words.told(figure), title: t("regions.tile", { region: region.name, value: words.told(figure) }),
      fill: figure.kind === "value" ? { shade: shadeOf(figure.value, steps) } : figure.kind, ...(chosen > 0 && { chosen }),
    };
  });
  const about = { indicator: t(`indicators.${asked.indicator}.name`), quarter: words.short(asked.last) };
  const published = tiles.filter(({ fill }) => fill !== "no data");
  return (
    <Card labelledBy="map">
      <Heading level={2} size={1} id="map">{t("regions.mapTitle")}</Heading>
      <Small>{t("regions.mapText", about)}</Small>
      <div className="grid gap-3 lg:grid-cols-2">
        <TileMap label={t("regions.mapLabel", about)} tiles={tiles} />
        <div className="space-y-3">
          <ul role="list" className="flex flex-wrap gap-x-3 gap-y-1 text-small">
            {steps.map(({ from, to }, shade) => <li key={from} className="flex items-center gap-1"><Swatch fill={{ shade }} />{t("regions.shade", { from, to })}</li>)}
            <li className="flex items-center gap-1"><Swatch fill="withheld" />{t("regions.withheld")}</li>
            <li className="flex items-center gap-1"><Swatch fill="no data" />{t("regions.noData")}</li>
          </ul>
          {asked.regions.length > 0 && <ol role="list" className="text-small">{tiles.filter(({ chosen }) => chosen).sort((one, other) => (one.chosen ?? 0) - (other.chosen ?? 0)).map(({ region, chosen, told }) => <li key={region.code}><strong>{chosen}</strong> {region.name}: {told}</li>)}</ol>}
          <Unfold label={t("regions.mapList")} open={published.length <= fewRows}>
            {published.length === 0 ? <p>{t("regions.mapListEmpty")}</p> : <ul role="list" className="space-y-1">{published.map(({ region, title }) => <li key={region.code}>{title}</li>)}</ul>}
          </Unfold>
        </div>
      </div>
    </Card>
  );
}
