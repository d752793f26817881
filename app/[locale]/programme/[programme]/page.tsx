import { getLocale, getTranslations } from "next-intl/server";
import { ComparisonList } from "#components/programmes/comparison-list.tsx";
import { ProgrammeFrame } from "#components/programmes/frame.tsx";
import { PartnerList } from "#components/programmes/partner-list.tsx";
import { PeopleList } from "#components/programmes/people-list.tsx";
import { ProgrammeNews } from "#components/programmes/programme-news.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { may } from "#lib/access/abilities.ts";
import { enter } from "#lib/access/enter.ts";
import { rolesAt } from "#lib/access/memberships.ts";
import { here } from "#lib/action/refusal.ts";
import { momentIn, slugIn } from "#lib/data/paging.ts";
import { withinProgramme } from "#lib/data/within.ts";
import { comparisonsWithNames, partners, programmePeople } from "#lib/programmes/queries.ts";
import { standing } from "#app/standing.tsx";

/** A programme's home: who belongs to it, who works in it, and the comparisons one keeps. */
export default standing("programme", async function ProgrammePage({ params, searchParams }: PageProps<"/[locale]/programme/[programme]">) {
  const [{ programme }, search] = [await params, await searchParams];
  const actor = await enter(programme, "see programme", "programme");
  const memberId = here(actor.id);
  const [whole, after, afterPerson] = [may(actor, "invite provider"), slugIn(search.after), momentIn(search.people)];
  const { list, people, comparisons } = await withinProgramme(actor, async (db) => ({
    list: await partners(db, { whole, after }),
    people: await programmePeople(db, afterPerson),
    comparisons: await comparisonsWithNames(db, memberId),
  }));
  const places = await rolesAt({ programmeId: actor.place.id });
  const [locale, t] = await Promise.all([getLocale(), getTranslations("programme")]);
  const [home, timeZone] = [`/${locale}/programme/${programme}`, actor.place.timeZone];
  return (
    <ProgrammeFrame actor={actor} programme={programme} path={`/programme/${programme}`} here="home">
      <Page>
        <ProgrammeNews search={search} programme={programme} />
        <Stack>
          <Heading level={1} size={3}>{actor.place.name}</Heading>
          <Lead>{t("lead")}</Lead>
          {whole && <LinkButton kind="quiet" href={`${home}/invite`}>{t("invite")}</LinkButton>}
        </Stack>
        <Grid wide>
          <ComparisonList comparisons={comparisons} programme={programme} />
          <PartnerList partners={list} whole={whole} home={home} later={!!after} timeZone={timeZone} />
          <PeopleList people={people} places={places} manager={may(actor, "suspend partner") ? { self: memberId, programme } : undefined} home={home} later={!!afterPerson} timeZone={timeZone} />
        </Grid>
      </Page>
    </ProgrammeFrame>
  );
});
