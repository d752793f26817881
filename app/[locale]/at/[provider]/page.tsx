import { getLocale, getTranslations } from "next-intl/server";
import { CodeForm } from "#components/networks/code-form.tsx";
import { NetworkList } from "#components/networks/network-list.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Lead, Small } from "#components/ui/text.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { titled } from "#lib/language/titled.ts";
import { networks } from "#lib/networks/queries.ts";

export const generateMetadata = titled("provider");

export default async function ProviderPage({ params, searchParams }: PageProps<"/[locale]/at/[provider]">) {
  const { provider } = await params;
  const actor = await enter(provider, "see network");
  const [list, locale, t] = await Promise.all([within(actor, networks), getLocale(), getTranslations("provider")]);
  const cleared = (await searchParams).cleared === "1" && actor.kind === "visitor";
  return (
    <Frame actor={actor} path={`/at/${provider}`} here="networks">
      <Page>
        {cleared && <Notice tone="moss" role="status">{t("cleared")}</Notice>}
        <Stack>
          <Heading level={1} size={3}>{actor.place.name}</Heading>
          <Lead>{t("lead")}</Lead>
        </Stack>
        <Grid wide>
          <Card labelledBy="networks">
            <Heading level={2} size={1} id="networks">{t("networksTitle")}</Heading>
            <Small>{t("networksText")}</Small>
            <NetworkList networks={list} home={`/${locale}/at/${provider}`} />
          </Card>
          <Stack>
            <Card labelledBy="code">
              <Heading level={2} size={1} id="code">{t("codeTitle")}</Heading>
              <CodeForm provider={provider} />
            </Card>
            <Card labelledBy="ticket">
              <Heading level={2} size={1} id="ticket">{t("ticketTitle")}</Heading>
              <p>{t("ticketText")}</p>
              <LinkButton kind="quiet" href={`/${locale}/at/${provider}/ticket`}>{t("ticketButton")}</LinkButton>
            </Card>
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
}
