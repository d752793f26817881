import { getLocale, getTranslations } from "next-intl/server";
import { GroupForm } from "#components/groups/group-form.tsx";
import { GroupStory } from "#components/groups/group-story.tsx";
import { groupWords } from "#components/groups/group-words.ts";
import { RestForm } from "#components/groups/rest-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Row, Stack } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { enter } from "#lib/access/enter.ts";
import { idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { groupToChange } from "#lib/groups/queries.ts";
import { longDay } from "#lib/language/moments.ts";
import { members } from "#lib/people/queries.ts";
import { standing } from "#app/standing.tsx";

export default standing("groups", async function GroupPage({ params }: PageProps<"/[locale]/at/[provider]/groups/[group]">) {
  const { provider, group: address } = await params;
  const id = idIn(address);
  const actor = await enter(provider, "change group");
  const { group, people } = await within(actor, async (db) => ({ group: await groupToChange(db, id), people: await members(db) }));
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("groups"), groupWords(actor.place.name)]);
  const initial = { name: group.name, speaks: group.language, aboutSize: String(group.aboutSize), contact: group.contactId };
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/groups/${id}`} here="groups">
      <Page>
        <LinkButton kind="plain" href={`/${locale}/at/${provider}/groups`}>{t("back")}</LinkButton>
        <Row>
          <Heading level={1} size={3} lang={group.language}>{group.name}</Heading>
          <Tag tone={group.state === "active" ? "moss" : "plain"}>{t(group.state === "active" ? "active" : "resting")}</Tag>
        </Row>
        <Grid wide>
          <Card labelledBy="change">
            <Heading level={2} size={1} id="change">{t("changeTitle")}</Heading>
            <GroupForm words={words} hidden={{ provider, language: locale, group: id }} members={people.map((person) => ({ value: person.id, label: person.name }))} initial={initial} version={group.version} />
          </Card>
          <Stack>
            <RestForm provider={provider} group={id} resting={group.state === "resting"} />
            <GroupStory group={group} day={(moment) => longDay(locale, moment, actor.place.timeZone)} />
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
});
