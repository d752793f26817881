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
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { here, idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { ideaToRead, type IdeaToRead } from "#lib/ideas/queries.ts";
import { standing } from "#app/standing.tsx";

/** Staff read one idea and answer it. */
type Props = PageProps<"/[locale]/at/[provider]/ideas/[idea]">;

export default standing("idea", async function IdeaPage({ params }: Props) {
  const { provider, idea: address } = await params;
  const id = idIn(address);
  const actor = await enter(provider, "read idea");
  return drawn(provider, id, { actor, idea: here(await within(actor, (db) => ideaToRead(db, id))) });
}, async ({ params }: Props) => drawn((await params).provider, idIn((await params).idea)));

async function drawn(provider: string, id: string, seen?: { actor: Actor; idea: IdeaToRead }) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("idea"), getTranslations("away")]);
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/ideas/${id}`}>
      <Page>
        <LinkButton kind="plain" href={`/${locale}/at/${provider}/today`}>{t("back")}</LinkButton>
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
            {seen?.idea.answer && <GivenAnswer answer={seen.idea.answer} notNow={seen.idea.notNow} timeZone={seen.actor.place.timeZone} />}
            <AnswerForms provider={provider} idea={id} answer={seen?.idea.answer ?? null} />
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
}
