import { getLocale, getTranslations } from "next-intl/server";
import { RunningProjects } from "#components/diary/running-projects.tsx";
import { WaitingCounts } from "#components/ideas/waiting-counts.tsx";
import { WaitingList } from "#components/ideas/waiting-list.tsx";
import { FirstNetwork } from "#components/networks/first-network.tsx";
import { NetworkList } from "#components/networks/network-list.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Row, Stack } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import { may } from "#lib/access/abilities.ts";
import { enter } from "#lib/access/enter.ts";
import { momentIn } from "#lib/data/paging.ts";
import { within } from "#lib/data/within.ts";
import { lastDays } from "#lib/diary/queries.ts";
import { waitingCounts, waitingIdeas } from "#lib/ideas/waiting.ts";
import { networks } from "#lib/networks/queries.ts";
import { runningProjects } from "#lib/projects/queries.ts";
import { standing } from "#app/standing.tsx";

const mostProjects = 8;

/** Only what waits. Staff read and answer; leaders see how many, never the words. */
export default standing("today", async function TodayPage({ params, searchParams }: PageProps<"/[locale]/at/[provider]/today">) {
  const { provider } = await params;
  const actor = await enter(provider, "see today");
  const after = momentIn((await searchParams).after);
  const reads = may(actor, "read idea");
  const seen = await within(actor, async (db) => {
    const places = await networks(db);
    if (!reads) return { none: places.length === 0, counts: await waitingCounts(db, actor.at) };
    const running = await runningProjects(db, actor, mostProjects);
    return { none: places.length === 0, places, waiting: await waitingIdeas(db, after), running, last: await lastDays(db, running.map(({ id }) => id)) };
  });
  const [locale, t] = await Promise.all([getLocale(), getTranslations("today")]);
  const home = `/${locale}/at/${provider}`;
  const [one, another] = seen.running ?? [];
  const toLog = one && !another ? `${home}/projects/${one.id}/log` : "#projects";
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/today`} here="today">
      <Page>
        <Row spread>
          <Heading level={1} size={3}>{t("hello", { name: actor.name ?? "" })}</Heading>
          {seen.places && !seen.none && (
            <Row>
              {seen.running.length > 0 && <LinkButton kind="quiet" href={toLog}>{t("logActivity")}</LinkButton>}
              <LinkButton href="#write">{t("writeTitle")}</LinkButton>
            </Row>
          )}
        </Row>
        {seen.none && <FirstNetwork home={home} mayMake={may(actor, "make network")} />}
        <Grid wide>
          {seen.waiting && <WaitingList waiting={seen.waiting} home={home} actor={actor} later={after !== undefined} />}
          {seen.places && !seen.none && (
            <Stack>
              <RunningProjects projects={seen.running} lastDays={seen.last} actor={actor} home={home} />
              <Card labelledBy="write">
                <Heading level={2} size={1} id="write">{t("writeTitle")}</Heading>
                <Small>{t("writeText")}</Small>
                <NetworkList networks={seen.places} home={home} to="/propose" />
              </Card>
            </Stack>
          )}
          {seen.counts && <WaitingCounts counts={seen.counts} picture={may(actor, "see picture") ? `${home}/picture` : undefined} />}
        </Grid>
      </Page>
    </Frame>
  );
});
