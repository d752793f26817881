import { getLocale, getTranslations } from "next-intl/server";
import { Empty } from "#components/ui/empty.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { Small } from "#components/ui/text.tsx";
import { Ways } from "#components/ui/ways.tsx";
import { countryName } from "#lib/language/moments.ts";
import type { OpenProviders } from "#lib/providers/queries.ts";

type PlaceListProps = { places: OpenProviders; /** Which country was asked for; all where none was. */ country?: string; later: boolean };

/** The providers one can take part at, of all countries or of one. */
export async function PlaceList({ places, country, later }: PlaceListProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("landing")]);
  if (places.countries.length === 0) return <Empty title={t("noPlacesTitle")}>{t("noPlacesText")}</Empty>;
  const address = (asked: Record<string, string> = {}) => `/${locale}?${new URLSearchParams({ ...(country && { country }), ...asked })}#places`;
  const ways = [{ name: t("allCountries"), href: `/${locale}#places`, current: !country }, ...places.countries.map((code) => ({ name: countryName(locale, code), href: `/${locale}?country=${code}#places`, current: code === country }))];
  return (
    <>
      <Small>{t("placesText")}</Small>
      {ways.length > 2 && <Ways label={t("countries")} ways={ways} />}
      <Rows label={t("placesTitle")}>
        {places.rows.map((provider) => (
          <RowItem key={provider.slug}>
            <a href={`/${locale}/at/${provider.slug}`} lang={provider.language} className="inline-flex min-h-target items-center font-strong">{provider.name}</a>
            <Small>{[provider.region?.name, !country && countryName(locale, provider.country)].filter(Boolean).join(" · ")}</Small>
          </RowItem>
        ))}
      </Rows>
      <Paging next={places.next && address({ after: places.next })} first={later && address()} />
    </>
  );
}
