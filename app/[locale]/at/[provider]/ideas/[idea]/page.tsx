import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForms } from "#components/ideas/answer-forms.tsx";
import { Clock } from "#components/ideas/clock.tsx";
import { GivenAnswer } from "#components/ideas/given-answer.tsx";
import { HowItCame } from "#components/ideas/how-it-came.tsx";
import { SaidWords } from "#components/ideas/said-words.tsx";
import { AdoptWay } from "#components/projects/adopt-way.tsx";
import { BecameProject } from "#components/projects/became-project.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Row, Stack } from "#components/ui/layout.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { here, idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { ideaToRead, type IdeaToRead } from "#lib/ideas/queries.ts";
import { projectOfIdea, type AdoptedAs } from "#lib/projects/queries.ts";
import { standing } from "#app/standing.tsx";

/** Staff read one idea and answer it. */
type Props = PageProps<"/[locale]/at/[provider]/ideas/[idea]">;

export default standing("idea", async function IdeaPage({ params }: Props) {
  const { provider, idea: address } = await params;
  const id = idIn(address);
  const actor = await enter(provider, "read idea");
  const { idea, project } = await within(actor, async (db) => ({ idea: await ideaToRead(db, id), project: await projectOfIdea(db, id) }));
  return drawn(provider, id, { actor, idea: here(idea), project });
}, async ({ params }: Props) => drawn((await params).provider, idIn((await params).idea)));

async function drawn(provider: string, id: string, seen?: { actor: Actor; idea: IdeaToRead; project: AdoptedAs | null }) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("idea"), getTranslations("away")]);
  const home = `/${locale}/at/${provider}`;
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/ideas/${id}`}>
      <Page>
        <LinkButton kind="plain" href={`${home}/today`}>{t("back")}</LinkButton>
        <Row>
          <Heading level={1} size={3}>{seen ? t("heading", { number: seen.idea.number }) : t("title")}</Heading>
          {seen?.idea.dueAt && <Clock dueAt={seen.idea.dueAt} actor={seen.actor} />}
        </Row>
        <Grid wide>
          <Stack>
            {seen ? <SaidWords idea={seen.idea} heading={t("saidTitle")} /> : <p>{away("text")}</p>}
            {seen && <HowItCame idea={seen.idea} timeZone={seen.actor.place.timeZone} />}
          </Stack>
          <Stack>
            {seen?.project && <BecameProject project={seen.project} timeZone={seen.actor.place.timeZone} href={`${home}/projects/${seen.project.id}`} />}
            {seen?.idea.answer && !seen.idea.notNow && !seen.project && <AdoptWay href={`${home}/projects/new?idea=${id}`} />}
            {seen?.idea.answer && <GivenAnswer answer={seen.idea.answer} notNow={seen.idea.notNow} timeZone={seen.actor.place.timeZone} />}
            <AnswerForms provider={provider} idea={id} answer={seen?.idea.answer ?? null} adopted={!!seen?.project} />
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
}
