import { getLocale, getTranslations } from "next-intl/server";
import { CastList } from "#components/people/cast-list.tsx";
import { LettersCard } from "#components/people/letters-card.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, RowItem, Rows, Stack } from "#components/ui/layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Lead, Small, Words } from "#components/ui/text.tsx";
import { isDemo } from "#lib/access/demo.ts";
import { here } from "#lib/action/refusal.ts";
import { countryName } from "#lib/language/moments.ts";
import { openProviders } from "#lib/providers/queries.ts";
import { others } from "#prisma/others.ts";
import { cast, programme, world, type ProviderInWorld } from "#prisma/world.ts";
import { standing } from "#app/standing.tsx";

/** The demonstration's door: everybody of the cast, one click each. Not there anywhere else. */
export default standing("demo", async function DemoPage() {
  here((await isDemo()) || null);
  const [locale, t, product, open] = await Promise.all([getLocale(), getTranslations("demo"), getTranslations("product"), openProviders()]);
  const further = others.filter(({ slug }) => open.rows.some((provider) => provider.slug === slug));
  return (
    <>
      <PublicBar />
      <Page>
        <Tag tone="amber">{product("demo")}</Tag>
        <Heading level={1} size={3}>{t("headline")}</Heading>
        <Lead>{t("lead")}</Lead>
        <Notice tone="amber" title={t("inventedTitle")}><p>{t("inventedText")}</p></Notice>
        <Grid wide>
          {world.map((provider) => (
            <Card key={provider.slug} labelledBy={provider.slug}>
              <Heading level={2} size={1} id={provider.slug} lang={provider.language}>{provider.name}</Heading>
              <CastList people={cast.filter((person) => person.provider === provider)} />
              <Heading level={3}>{t("visitor")}</Heading>
              <Small>{t("visitorText")}</Small>
              <Rows>
                {provider.networks.map((network) => (
                  <RowItem key={network.slug}>
                    <a href={`/${locale}/at/${provider.slug}/networks/${network.slug}`} className="inline-flex min-h-target items-center">{network.name}</a>
                  </RowItem>
                ))}
              </Rows>
            </Card>
          ))}
          <Card labelledBy="programme">
            <Heading level={2} size={1} id="programme">{t("programme")}</Heading>
            <Words lang="en">{programme.name}</Words>
            <CastList people={cast.filter((person) => person.kind === "programme member")} />
          </Card>
        </Grid>
        {further.length > 0 && (
          <Card labelledBy="others">
            <Heading level={2} size={1} id="others">{t("others")}</Heading>
            <Small>{t("othersText")}</Small>
            {byCountry(further, locale).map(([country, providers]) => <Country key={country} locale={locale} country={country} providers={providers} />)}
          </Card>
        )}
        <LettersCard />
      </Page>
    </>
  );
});

/** A country's further providers, folded. */
async function Country({ locale, country, providers }: { locale: string; country: string; providers: ProviderInWorld[] }) {
  const t = await getTranslations("demo");
  return (
    <Fold label={t("country", { country: countryName(locale, country), count: providers.length })}>
      <Stack>
        {providers.map((provider) => (
          <Stack key={provider.slug} gap="small">
            <Heading level={3} lang={provider.language}>
              <a href={`/${locale}/at/${provider.slug}`} className="inline-flex min-h-target items-center">{provider.name}</a>
            </Heading>
            <CastList people={cast.filter((person) => person.provider === provider)} />
          </Stack>
        ))}
      </Stack>
    </Fold>
  );
}

function byCountry(providers: ProviderInWorld[], locale: string): [string, ProviderInWorld[]][] {
  const countries = [...new Set(providers.map(({ country }) => country))].sort((one, other) => countryName(locale, one).localeCompare(countryName(locale, other), locale));
  return countries.map((country) => [country, providers.filter((provider) => provider.country === country)]);
}
