import { getLocale, getTranslations } from "next-intl/server";
import { NetworkTexts } from "#components/networks/network-texts.tsx";
import { NextMeeting } from "#components/networks/next-meeting.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Row, Stack } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Lead } from "#components/ui/text.tsx";
import { may } from "#lib/access/abilities.ts";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { hasOwnPage } from "#lib/ideas/own.ts";
import { ownDraft } from "#lib/ideas/queries.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { dayAndTime } from "#lib/language/moments.ts";
import { textsFor, type FocusGroup } from "#lib/networks/network.ts";
import { networkPage } from "#lib/networks/queries.ts";
import { standing } from "#app/standing.tsx";

export default standing("network", async function NetworkPage({ params }: PageProps<"/[locale]/at/[provider]/networks/[network]">) {
  const { provider, network: slug } = await params;
  const actor = await enter(provider, "see network");
  const { network, draft } = await within(actor, async (db) => {
    const network = await networkPage(db, slug, actor.at);
    return { network, draft: await ownDraft(db, actor, { networkId: network.id }) };
  });
  const [locale, t, groups] = await Promise.all([getLocale(), getTranslations("network"), getTranslations("focusGroups")]);
  const here = `/${locale}/at/${provider}/networks/${slug}`;
  const [meeting] = network.meetings;
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/networks/${slug}`} place={network.name}>
      <Narrow>
        <Row><Tag>{network.place}</Tag><Tag>{groups(network.focusGroup as FocusGroup)}</Tag></Row>
        <Stack>
          <Heading level={1}>{t("headline")}</Heading>
          <Lead>{t("lead")}</Lead>
          {may(actor, "propose idea") && <LinkButton href={`${here}/propose`} wide>{t(actor.kind === "member" ? "typeFor" : "propose")}</LinkButton>}
          {draft && <LinkButton kind="quiet" wide href={`${here}/propose/${draft.id}/${draft.forWhom === null ? "for-whom" : "we-have"}`}>{t("continue")}</LinkButton>}
          {hasOwnPage(actor) && <LinkButton kind="quiet" wide href={`/${locale}/at/${provider}/me`}>{t("mine")}</LinkButton>}
          <LinkButton kind="plain" href={`/${locale}/at/${provider}/ticket`}>{t("ticketLink")}</LinkButton>
        </Stack>
        <NextMeeting meeting={meeting && { ...meeting, when: dayAndTime(locale, meeting.startsAt, actor.place.timeZone) }} />
        <NetworkTexts texts={textsFor(network.texts, contentLanguage(locale), network.language)} />
        <LinkButton kind="quiet" href={`${here}/poster`}>{t("poster")}</LinkButton>
      </Narrow>
    </Frame>
  );
});
