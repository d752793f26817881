import { getLocale, getTranslations } from "next-intl/server";
import { DiaryCard } from "#components/diary/diary-card.tsx";
import { JustDone } from "#components/diary/just-done.tsx";
import { HowItEnded } from "#components/projects/how-it-ended.tsx";
import { ProjectFacts } from "#components/projects/project-facts.tsx";
import { ProjectForm } from "#components/projects/project-form.tsx";
import { ProjectPeople } from "#components/projects/project-people.tsx";
import { ProjectStory } from "#components/projects/project-story.tsx";
import { StateTag } from "#components/projects/state-tag.tsx";
import { StepForms } from "#components/projects/step-forms.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Row, Stack } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { idIn } from "#lib/action/refusal.ts";
import { uuidShape } from "#lib/data/shapes.ts";
import { within } from "#lib/data/within.ts";
import { beforeIn, diaryOf, totalsOf, type Diary, type Totals } from "#lib/diary/queries.ts";
import { typedAmount } from "#lib/projects/money.ts";
import { projectToRead, type ProjectToRead } from "#lib/projects/queries.ts";
import { stateOf } from "#lib/projects/steps.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/projects/[project]">;
type Seen = { actor: Actor; project: ProjectToRead; diary: Diary; totals: Totals; logged?: string; undone?: string; later: boolean };

/** One micro project: what it is, what can be done now, who, its diary and its story. */
export default standing("projects", async function ProjectPage({ params, searchParams }: Props) {
  const { provider, project: address } = await params;
  const id = idIn(address);
  const asked = await searchParams;
  const [actor, before] = [await enter(provider, "read project"), beforeIn(asked.before)];
  const seen = await within(actor, async (db) => ({ project: await projectToRead(db, id), diary: await diaryOf(db, id, before), totals: await totalsOf(db, id) }));
  return drawn(provider, id, { actor, ...seen, logged: named(asked.logged), undone: named(asked.undone), later: before !== undefined });
}, async ({ params }: Props) => drawn((await params).provider, idIn((await params).project)));

async function drawn(provider: string, id: string, seen?: Seen) {
  const [locale, t, diary, away] = await Promise.all([getLocale(), getTranslations("projects"), getTranslations("diary"), getTranslations("away")]);
  const home = `/${locale}/at/${provider}`;
  const page = `${home}/projects/${id}`;
  const { project, actor } = seen ?? {};
  const state = project && stateOf(project);
  const takes = state === "running" || state === "paused";
  const done = seen?.logged ?? seen?.undone;
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/projects/${id}`} here="projects">
      <Page>
        <LinkButton kind="plain" href={`${home}/projects`}>{t("back")}</LinkButton>
        <Stack>
          <Row>
            <Heading level={1} size={3} lang={project?.language}>{project?.title ?? t("title")}</Heading>
            {project && <StateTag project={project} />}
          </Row>
          {project ? <Small>{t("number", { number: project.number })}</Small> : <p>{away("text")}</p>}
        </Stack>
        {project && actor && <HowItEnded project={project} timeZone={actor.place.timeZone} />}
        <Grid wide>
          <Stack>
            {seen && (
              <DiaryCard diary={seen.diary} totals={seen.totals} provider={provider} page={page} later={seen.later} takes={takes}>
                {takes && <LinkButton wide href={`${page}/log`}>{diary("logActivity")}</LinkButton>}
                {done && <JustDone provider={provider} activity={done} entry={seen.diary.entries.find((entry) => entry.id === done)} undone={!seen.logged} />}
              </DiaryCard>
            )}
          </Stack>
          <Stack>
            <Card labelledBy="steps">
              <Heading level={2} size={1} id="steps">{t("stepsTitle")}</Heading>
              {state && <p>{t(`stepsText.${state}`)}</p>}
              <StepForms provider={provider} project={id} state={state} />
            </Card>
            {project && actor && <ProjectFacts project={project} home={home} timeZone={actor.place.timeZone} />}
            <Card>
              <ProjectForm kind="change" hidden={{ provider, project: id }} now={project !== undefined} version={project?.version} groups={project && groupsOf(project)} initial={project && initialOf(project)} />
            </Card>
            <ProjectPeople provider={provider} project={id} timeZone={actor?.place.timeZone} seen={project} />
            {project && actor && <ProjectStory project={project} timeZone={actor.place.timeZone} />}
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
}

// A group that rests by now can still be the project's own.
function groupsOf({ groupId, group, network }: ProjectToRead) {
  const active = network.groups.map(({ id, name }) => ({ value: id, label: name }));
  return groupId && group && !active.some(({ value }) => value === groupId) ? [{ value: groupId, label: group.name }, ...active] : active;
}

function initialOf(project: ProjectToRead) {
  const { title, place, focusGroup, owner } = project;
  return {
    title, place, focusGroup, owner, group: project.groupId ?? "", ownerCalled: project.ownerCalled ?? "", ownerReason: project.ownerReason ?? "",
    planned: project.planned === null ? "" : typedAmount(project.planned), currency: project.currency ?? "EUR",
  };
}

function named(claim: string | string[] | undefined): string | undefined {
  return typeof claim === "string" && uuidShape.test(claim) ? claim : undefined;
}
