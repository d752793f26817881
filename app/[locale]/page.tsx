import { getLocale, getTranslations } from "next-intl/server";
import { PlaceList } from "#components/providers/place-list.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Lead } from "#components/ui/text.tsx";
import { isDemo } from "#lib/access/demo.ts";
import { openProviders, placesIn } from "#lib/providers/queries.ts";
import { standing } from "#app/standing.tsx";

export default standing("landing", async function Landing({ searchParams }: PageProps<"/[locale]">) {
  const asked = placesIn(await searchParams);
  const [locale, t, demo, places] = await Promise.all([getLocale(), getTranslations(), isDemo(), openProviders(asked)]);
  const people = [["person", "villager"], ["people", "staff"], ["eye", "leader"]] as const;
  return (
    <>
      <PublicBar path=""><a href={`/${locale}/sign-in`} className="inline-flex min-h-target items-center px-1">{t("nav.signIn")}</a></PublicBar>
      <Page>
        <Stack gap="large">
          {demo && <Tag tone="amber">{t("product.demo")}</Tag>}
          <Heading level={1}>{t("landing.headline")}</Heading>
          <Lead>{t("landing.lead")}</Lead>
          {demo && (
            <Card tone="sea" labelledBy="try">
              <Heading level={2} size={1} id="try">{t("landing.tryTitle")}</Heading>
              <p>{t("landing.tryText")}</p>
              <LinkButton href="/demo">{t("landing.tryButton")}</LinkButton>
            </Card>
          )}
        </Stack>
        <Grid>
          {people.map(([icon, who]) => (
            <Card key={who}>
              <span className="text-sea"><Icon name={icon} large /></span>
              <Heading level={2} size={1}>{t(`landing.${who}`)}</Heading>
              <p>{t(`landing.${who}Text`)}</p>
            </Card>
          ))}
        </Grid>
        <Grid wide>
          <Card labelledBy="places">
            <Heading level={2} size={1} id="places">{t("landing.placesTitle")}</Heading>
            <PlaceList places={places} country={asked.country} later={asked.after !== undefined} />
          </Card>
          <Card labelledBy="poster">
            <Heading level={2} size={1} id="poster">{t("landing.codeTitle")}</Heading>
            <p>{t("landing.codeText")}</p>
          </Card>
          <Card labelledBy="regions">
            <Heading level={2} size={1} id="regions">{t("landing.regionsTitle")}</Heading>
            <p>{t("landing.regionsText")}</p>
            <LinkButton kind="quiet" href={`/${locale}/regions`}>{t("landing.regionsButton")}</LinkButton>
          </Card>
        </Grid>
      </Page>
    </>
  );
});
