import { getLocale, getTranslations } from "next-intl/server";
import { KeepWords } from "#components/ideas/keep-words.tsx";
import { OwnAnswer } from "#components/ideas/own-answer.tsx";
import { TicketHead } from "#components/ideas/ticket-head.tsx";
import { SaidWords } from "#components/ideas/said-words.tsx";
import { WhereItIs } from "#components/ideas/where-it-is.tsx";
import { BecameProject } from "#components/projects/became-project.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Narrow, Row, ScreenOnly, Stack } from "#components/ui/layout.tsx";
import { may } from "#lib/access/abilities.ts";
import { enter } from "#lib/access/enter.ts";
import { here, idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { hasOwnPage } from "#lib/ideas/own.ts";
import { ownIdea } from "#lib/ideas/queries.ts";
import { projectOfIdea } from "#lib/projects/queries.ts";
import { standing } from "#app/standing.tsx";

/** What became of an idea: for who said it, and for the staff member who typed it and prints the slip, which bears the words and the answer, not what was said. */
export default standing("ticket", async function TicketOfIdea({ params }: PageProps<"/[locale]/at/[provider]/ticket/[idea]">) {
  const { provider, idea: address } = await params;
  const id = idIn(address);
  const actor = await enter(provider, "see ticket");
  const { idea, project } = await within(actor, async (db) => ({ idea: here(await ownIdea(db, actor, id)), project: await projectOfIdea(db, id) }));
  const [locale, t] = await Promise.all([getLocale(), getTranslations("ticket")]);
  const home = `/${locale}/at/${provider}`;
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/ticket/${id}`} place={idea.network.name}>
      <Narrow>
        <TicketHead idea={idea} actor={actor} />
        {project && <BecameProject project={project} timeZone={actor.place.timeZone} />}
        {idea.answer && <OwnAnswer answer={idea.answer} notNow={idea.notNow} timeZone={actor.place.timeZone} />}
        <KeepWords words={idea.words} forOthers={actor.kind === "member"} provider={provider} />
        <ScreenOnly>
          <Stack gap="large">
            {!idea.answer && <WhereItIs idea={idea} actor={actor} />}
            <SaidWords idea={idea} />
            <Row>
              {may(actor, "propose idea") && <LinkButton kind="quiet" href={`${home}/networks/${idea.network.slug}/propose`}>{t("another")}</LinkButton>}
              {hasOwnPage(actor) && <LinkButton kind="quiet" href={`${home}/me`}>{t("mine")}</LinkButton>}
              {actor.kind !== "member" && <LinkButton kind="plain" href={`${home}/ticket`}>{t("other")}</LinkButton>}
            </Row>
          </Stack>
        </ScreenOnly>
      </Narrow>
    </Frame>
  );
});
