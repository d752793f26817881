import { getLocale, getTranslations } from "next-intl/server";
import { OwnList } from "#components/ideas/own-list.tsx";
import { OwnMeetings } from "#components/ideas/own-meetings.tsx";
import { OwnNone } from "#components/ideas/own-none.tsx";
import { OwnWaits } from "#components/ideas/own-waits.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Row } from "#components/ui/layout.tsx";
import { Aside } from "#components/ui/notice.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { hasOwnPage, ownPage } from "#lib/ideas/own.ts";
import { standing } from "#app/standing.tsx";

/** What belongs to the person who visits: their ideas and the answers, what waits for them, their next meeting. */
export default standing("me", async function MyPage({ params }: PageProps<"/[locale]/at/[provider]/me">) {
  const { provider } = await params;
  const actor = await enter(provider, "see own page");
  const own = hasOwnPage(actor) ? await within(actor, (db) => ownPage(db, actor)) : null;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("me")]);
  const [home, timeZone] = [`/${locale}/at/${provider}`, actor.place.timeZone];
  const [network] = own?.networks ?? [];
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/me`}>
      <Narrow>
        <Heading level={1}>{t("headline")}</Heading>
        {own ? (
          <>
            <OwnWaits own={own} home={home} timeZone={timeZone} />
            <OwnList ideas={own.ideas} more={own.more} home={home} timeZone={timeZone} />
            <OwnMeetings networks={own.networks} home={home} timeZone={timeZone} />
            <Row>
              {network && <LinkButton kind="quiet" href={`${home}/networks/${network.slug}/propose`}>{t("another")}</LinkButton>}
              <LinkButton kind="plain" href={`${home}/ticket`}>{t("wayTicketButton")}</LinkButton>
            </Row>
            <Aside>{t("sees")}</Aside>
          </>
        ) : (
          <OwnNone home={home} />
        )}
      </Narrow>
    </Frame>
  );
});
