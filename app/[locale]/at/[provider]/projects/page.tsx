import { getLocale, getTranslations } from "next-intl/server";
import { ProjectList } from "#components/projects/project-list.tsx";
import { StateChoice } from "#components/projects/state-choice.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Page, Row, Stack } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { may } from "#lib/access/abilities.ts";
import { enter } from "#lib/access/enter.ts";
import { momentIn } from "#lib/data/paging.ts";
import { within } from "#lib/data/within.ts";
import { projectsOf } from "#lib/projects/queries.ts";
import { stateIn } from "#lib/projects/steps.ts";
import { standing } from "#app/standing.tsx";

/** Staff read on; leaders see titles, states and dates. */
export default standing("projects", async function ProjectsPage({ params, searchParams }: PageProps<"/[locale]/at/[provider]/projects">) {
  const { provider } = await params;
  const actor = await enter(provider, "see projects");
  const asked = await searchParams;
  const [state, after] = [stateIn(asked.state), momentIn(asked.after)];
  const projects = await within(actor, (db) => projectsOf(db, { state, after }));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("projects")]);
  const home = `/${locale}/at/${provider}`;
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/projects`} here="projects">
      <Page>
        <Row spread>
          <Stack>
            <Heading level={1} size={3}>{t("title")}</Heading>
            <Lead>{t("lead")}</Lead>
          </Stack>
          {may(actor, "begin project") && <LinkButton kind="quiet" href={`${home}/projects/new`}>{t("beginWay")}</LinkButton>}
        </Row>
        <StateChoice home={home} state={state} />
        <ProjectList projects={projects} home={home} timeZone={actor.place.timeZone} state={state} later={after !== undefined} reads={may(actor, "read project")} />
      </Page>
    </Frame>
  );
});
