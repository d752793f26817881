import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { CodeForm } from "#components/networks/code-form.tsx";
import { FirstNetwork } from "#components/networks/first-network.tsx";
import { NetworkList } from "#components/networks/network-list.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Lead, Small } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { may } from "#lib/access/abilities.ts";
import { enter } from "#lib/access/enter.ts";
import { slugIn } from "#lib/data/paging.ts";
import { within } from "#lib/data/within.ts";
import { networksPage, type ListedNetworks } from "#lib/networks/queries.ts";

type Props = PageProps<"/[locale]/at/[provider]">;
type Seen = { actor: Actor; list: ListedNetworks; later: boolean; cleared: boolean };

export default standing("provider", async function ProviderPage({ params, searchParams }: Props) {
  const { provider } = await params;
  const actor = await enter(provider, "see network");
  const asked = await searchParams;
  const after = slugIn(asked.after);
  const list = await within(actor, (db) => networksPage(db, after));
  return drawn(provider, { actor, list, later: after !== undefined, cleared: asked.cleared === "1" && actor.kind === "visitor" });
}, async ({ params }: Props) => drawn((await params).provider));

async function drawn(provider: string, seen?: Seen) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("provider"), getTranslations("away")]);
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}`} here="networks">
      <Page>
        {seen?.cleared && <Notice tone="moss" role="status">{t("cleared")}</Notice>}
        <Stack>
          <Heading level={1} size={3}>{seen?.actor.place.name ?? t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </Stack>
        <Grid wide>
          <Card labelledBy="networks">
            <Heading level={2} size={1} id="networks">{t("networksTitle")}</Heading>
            <Small>{t("networksText")}</Small>
            {seen ? places(seen, `/${locale}/at/${provider}`) : <p>{away("text")}</p>}
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

// People who work here are told what to do about an empty list; visitors, what will stand in it.
function places({ actor, list, later }: Seen, home: string) {
  if (list.rows.length === 0 && !later && actor.kind === "member") return <FirstNetwork home={home} mayMake={may(actor, "make network")} />;
  return (
    <>
      <NetworkList networks={list.rows} home={home} />
      <Paging next={list.next && `${home}?after=${list.next}#networks`} first={later && `${home}#networks`} />
    </>
  );
}
