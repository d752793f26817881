import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { GroupList } from "#components/groups/group-list.tsx";
import { GroupForm } from "#components/groups/group-form.tsx";
import { groupWords } from "#components/groups/group-words.ts";
import { Frame } from "#components/providers/frame.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { enter } from "#lib/access/enter.ts";
import { rowIn } from "#lib/data/paging.ts";
import { within } from "#lib/data/within.ts";
import { groupsPage, networksAndMembers } from "#lib/groups/queries.ts";
import { standing } from "#app/standing.tsx";

export default standing("groups", async function GroupsPage({ params, searchParams }: PageProps<"/[locale]/at/[provider]/groups">) {
  const { provider } = await params;
  const actor = await enter(provider, "see groups");
  const after = rowIn((await searchParams).after);
  const seen = await within(actor, async (db) => ({ groups: await groupsPage(db, after), ...(await networksAndMembers(db, actor.place.id)) }));
  const [locale, t, words] = await Promise.all([getLocale(), getTranslations("groups"), groupWords(actor.place.name)]);
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/groups`} here="groups">
      <Page>
        <Stack>
          <Heading level={1} size={3}>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </Stack>
        <Grid wide>
          <GroupList groups={seen.groups} later={after !== undefined} home={`/${locale}/at/${provider}`} />
          <Card labelledBy="make">
            <Heading level={2} size={1} id="make">{t("makeTitle")}</Heading>
            <GroupForm
              words={words} hidden={{ provider, language: locale, id: randomUUID() }}
              networks={seen.networks.map(({ id, name }) => ({ value: id, label: name }))} members={seen.members.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Card>
        </Grid>
      </Page>
    </Frame>
  );
});
