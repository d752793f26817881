import { getLocale, getTranslations } from "next-intl/server";
import { Unfold } from "#components/figures/region-unfold.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Region } from "#lib/figures/compare.ts";
import { countryName } from "#lib/language/moments.ts";
import { fewestRegions } from "#lib/regions/choice.ts";

type RegionTicksProps = { regions: readonly Region[]; chosen: readonly string[]; /** Regions with figures now. */ published: readonly string[] };

/** The chosen regions in their order, then all others to tick, country by country. What is chosen later comes after what is chosen now. */
export async function RegionTicks({ regions, chosen, published }: RegionTicksProps) {
  const t = await getTranslations("regions");
  const picked = chosen.flatMap((code) => regions.find((region) => region.code === code) ?? []);
  const countries = <Countries regions={regions} chosen={chosen} published={published} />;
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="font-strong">{t("regionsLabel")}</legend>
      {picked.length > 0 && <ul role="list" className="flex flex-wrap gap-x-4">{picked.map((region) => <Region key={region.code} region={region} ticked />)}</ul>}
      {chosen.length < fewestRegions ? <><Small>{t("regionsHint")}</Small>{countries}</> : <Unfold label={t("moreRegions")}>{countries}</Unfold>}
    </fieldset>
  );
}

async function Countries({ regions, chosen, published }: RegionTicksProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("regions")]);
  const countries = [...new Set(regions.map(({ country }) => country))].map((code) => ({ country: countryName(locale, code), inside: regions.filter(({ country }) => country === code) }));
  return (
    <div className="grid items-start gap-2 sm:grid-cols-2 lg:grid-cols-4">
      {countries.sort((one, other) => one.country.localeCompare(other.country, locale)).map(({ country, inside }) => (
        <details key={country} className="group rounded-field border border-line">
          <summary className="flex min-h-target items-center justify-between gap-2 px-2 py-1">
            <span>
              <span className="font-strong">{country}</span>
              <span className="block text-small text-ink-soft">{t("countryFigures", { count: inside.filter(({ code }) => published.includes(code)).length })}</span>
            </span>
            <span className="text-sea group-open:rotate-180"><Icon name="more" /></span>
          </summary>
          <ul role="list" className="border-t border-line px-2 py-1">
            {inside.filter(({ code }) => !chosen.includes(code)).map((region) => <Region key={region.code} region={region} mark={published.includes(region.code) ? t("hasFigures") : undefined} />)}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Region({ region: { code, name }, ticked = false, mark }: { region: Region; ticked?: boolean; mark?: string }) {
  return (
    <li>
      <label className="flex min-h-target cursor-pointer items-center gap-2">
        <input type="checkbox" name="region" value={code} defaultChecked={ticked} autoComplete="off" className="size-mark shrink-0 accent-sea" />
        <span className="min-w-0">
          {name}
          {mark && <span className="block text-small text-ink-soft">{mark}</span>}
        </span>
      </label>
    </li>
  );
}
