import { getLocale, getTranslations } from "next-intl/server";
import { CastList } from "#components/people/cast-list.tsx";
import { Bar, Brand } from "#components/ui/bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, RowItem, Rows } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Lead, Small } from "#components/ui/text.tsx";
import { isDemo } from "#lib/access/demo.ts";
import { here } from "#lib/action/refusal.ts";
import { world } from "#prisma/world.ts";
import { standing } from "#app/standing.tsx";

/** The demonstration's door: everybody of the cast, one click each. Not there anywhere else. */
export default standing("demo", async function DemoPage() {
  here((await isDemo()) || null);
  const [locale, t, product] = await Promise.all([getLocale(), getTranslations("demo"), getTranslations("product")]);
  return (
    <>
      <Bar brand={<Brand href={`/${locale}`} name={product("name")} />} />
      <Page>
        <Tag tone="amber">{product("demo")}</Tag>
        <Heading level={1} size={3}>{t("headline")}</Heading>
        <Lead>{t("lead")}</Lead>
        <Grid wide>
          {world.map((provider) => (
            <Card key={provider.slug}>
              <Heading level={2} size={1} lang={provider.language}>{provider.name}</Heading>
              <CastList provider={provider.slug} />
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
        </Grid>
      </Page>
    </>
  );
});
