import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { SaidWords } from "#components/ideas/said-words.tsx";
import { MayNotAdopt } from "#components/projects/may-not-adopt.tsx";
import { ProjectForm } from "#components/projects/project-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { networksWithGroups } from "#lib/groups/queries.ts";
import { ideaToAdopt, type IdeaToAdopt } from "#lib/projects/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/projects/new">;
type Seen = { actor: Actor; idea?: IdeaToAdopt; networks?: Awaited<ReturnType<typeof networksWithGroups>> };

/** A micro project from an answered idea (`?idea=`), or without one. */
export default standing("projects", async function NewProjectPage({ params, searchParams }: Props) {
  const { provider } = await params;
  const { idea: asked } = await searchParams;
  const ideaId = asked === undefined ? undefined : idIn(String(asked));
  const actor = await enter(provider, ideaId ? "adopt idea" : "begin project");
  const seen = await within(actor, async (db) => (ideaId ? { idea: await ideaToAdopt(db, ideaId) } : { networks: await networksWithGroups(db) }));
  return drawn(provider, ideaId, { actor, ...seen });
}, async ({ params, searchParams }: Props) => {
  const { idea } = await searchParams;
  return drawn((await params).provider, idea === undefined ? undefined : idIn(String(idea)));
});

async function drawn(provider: string, ideaId?: string, seen?: Seen) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("projects"), getTranslations("away")]);
  const [home, idea] = [`/${locale}/at/${provider}`, seen?.idea];
  const may = !idea || (!!idea.answer && !idea.notNow && !idea.adoption);
  const networks = seen?.networks;
  const groups = idea
    ? idea.network.groups.map(({ id, name }) => ({ value: id, label: name }))
    : networks?.flatMap(({ name: network, groups: some }) => some.filter(({ state }) => state === "active").map(({ id, name }) => ({ value: id, label: `${name} · ${network}` })));
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/projects/new${ideaId ? `?idea=${ideaId}` : ""}`} here="projects">
      <Page>
        <LinkButton kind="plain" href={ideaId ? `${home}/ideas/${ideaId}` : `${home}/projects`}>{t(ideaId ? "backToIdea" : "back")}</LinkButton>
        <Stack>
          <Heading level={1} size={3}>{t(ideaId ? "adoptTitle" : "beginTitle")}</Heading>
          <Lead>{seen ? t(ideaId ? "adoptLead" : "beginLead") : away("text")}</Lead>
        </Stack>
        <Grid wide>
          <Stack>
            {idea && !may && <MayNotAdopt idea={idea} home={home} />}
            <ProjectForm
              kind={ideaId ? "adopt" : "begin"} hidden={{ provider, id: randomUUID(), ...(ideaId && { idea: ideaId }) }} now={may} groups={groups} networks={networks?.map(({ id, name }) => ({ value: id, label: name }))}
              initial={idea && { place: idea.network.place, focusGroup: idea.network.focusGroup, group: idea.groupId ?? "" }}
            />
          </Stack>
          {idea && <SaidWords idea={idea} heading={t("ideaWords", { number: idea.number, network: idea.network.name })} />}
        </Grid>
      </Page>
    </Frame>
  );
}
