import { getLocale, getTranslations } from "next-intl/server";
import { AnswerForms } from "#components/ideas/answer-forms.tsx";
import { Clock } from "#components/ideas/clock.tsx";
import { GivenAnswer } from "#components/ideas/given-answer.tsx";
import { HowItCame } from "#components/ideas/how-it-came.tsx";
import { SaidWords } from "#components/ideas/said-words.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Row, Stack } from "#components/ui/layout.tsx";
import { enter } from "#lib/access/enter.ts";
import { here, idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { ideaToRead } from "#lib/ideas/queries.ts";
import { titled } from "#lib/language/titled.ts";
import { standing } from "#app/standing.tsx";

export const generateMetadata = titled("idea");

/** Staff read one idea and answer it. */
export default standing(async function IdeaPage({ params }: PageProps<"/[locale]/at/[provider]/ideas/[idea]">) {
  const { provider, idea: address } = await params;
  const id = idIn(address);
  const actor = await enter(provider, "read idea");
  const idea = here(await within(actor, (db) => ideaToRead(db, id)));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("idea")]);
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/ideas/${id}`}>
      <Page>
        <LinkButton kind="plain" href={`/${locale}/at/${provider}/today`}>{t("back")}</LinkButton>
        <Row>
          <Heading level={1} size={3}>{t("heading", { number: idea.number })}</Heading>
          {idea.dueAt && <Clock dueAt={idea.dueAt} actor={actor} />}
        </Row>
        <Grid wide>
          <Stack>
            <SaidWords idea={idea} heading={t("saidTitle")} />
            <HowItCame idea={idea} timeZone={actor.place.timeZone} />
          </Stack>
          <Stack>
            {idea.answer && <GivenAnswer answer={idea.answer} notNow={idea.notNow} timeZone={actor.place.timeZone} />}
            <AnswerForms provider={provider} idea={id} answer={idea.answer} />
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
});
