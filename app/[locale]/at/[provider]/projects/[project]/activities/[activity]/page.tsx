import { getLocale, getTranslations } from "next-intl/server";
import { ActivityForm } from "#components/diary/activity-form.tsx";
import { EntryStory } from "#components/diary/entry-story.tsx";
import { entryTexts } from "#components/diary/entry-texts.ts";
import { EntryWords } from "#components/diary/entry.tsx";
import { UndoForm } from "#components/diary/undo-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Row, Stack } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { entryToChange, type EntryToChange } from "#lib/diary/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/projects/[project]/activities/[activity]">;

/** One entry of a diary: change it, look at its former texts, take it back or put it back. */
export default standing("diary", async function ActivityPage({ params }: Props) {
  const { provider, project, activity } = await params;
  const [projectId, id] = [idIn(project), idIn(activity)];
  const actor = await enter(provider, "change activity");
  return drawn(provider, projectId, id, { actor, entry: await within(actor, (db) => entryToChange(db, projectId, id)) });
}, async ({ params }: Props) => drawn((await params).provider, idIn((await params).project), idIn((await params).activity)));

async function drawn(provider: string, projectId: string, id: string, seen?: { actor: Actor; entry: EntryToChange }) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("diary"), getTranslations("away")]);
  const page = `/${locale}/at/${provider}/projects/${projectId}`;
  const entry = seen?.entry;
  const takenBack = entry?.state === "taken back";
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/projects/${projectId}/activities/${id}`} here="projects">
      <Page>
        <LinkButton kind="plain" href={page}>{t("back")}</LinkButton>
        <Row>
          <Heading level={1} size={3}>{t("entryTitle")}</Heading>
          {takenBack && <Tag icon="undo">{t("takenBack")}</Tag>}
        </Row>
        {entry ? <p lang={entry.project.language} dir="auto" className="text-1 text-ink-soft">{entry.project.title}</p> : <p>{away("text")}</p>}
        <Grid wide>
          <Card labelledBy="change">
            <Heading level={2} size={1} id="change">{t(takenBack ? "heading" : "changeTitle")}</Heading>
            {takenBack && <EntryWords entry={entry} />}
            <ActivityForm hidden={{ provider, activity: id }} initial={entry && entryTexts(entry)} version={entry?.version} now={!takenBack} sees={t("sees")} />
          </Card>
          <Stack>
            {entry && <UndoForm provider={provider} activity={id} takenBack={takenBack} />}
            {seen && entry && <EntryStory entry={entry} provider={provider} timeZone={seen.actor.place.timeZone} />}
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
}
