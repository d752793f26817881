import { getLocale, getTranslations } from "next-intl/server";
import { SettingsList } from "#components/networks/settings-list.tsx";
import { DoorplateForm } from "#components/providers/doorplate-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { here } from "#lib/action/refusal.ts";
import { slugIn } from "#lib/data/paging.ts";
import { within } from "#lib/data/within.ts";
import { networksPage, type ListedNetworks } from "#lib/networks/queries.ts";
import { doorplate, regionsOf } from "#lib/providers/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/settings">;
type Seen = { actor: Actor; plate: NonNullable<Awaited<ReturnType<typeof doorplate>>>; regions: { code: string; name: string }[]; networks: ListedNetworks; later: boolean };

/** The doorplate and the networks of a provider, for its administrator. */
export default standing("settings", async function SettingsPage({ params, searchParams }: Props) {
  const { provider } = await params;
  const after = slugIn((await searchParams).after);
  const actor = await enter(provider, "see settings");
  const seen = await within(actor, async (db) => {
    const plate = here(await doorplate(db, actor.place.id));
    return { plate, regions: await regionsOf(db, plate.country), networks: await networksPage(db, after) };
  });
  return drawn(provider, { actor, later: after !== undefined, ...seen });
}, async ({ params }: Props) => drawn((await params).provider));

async function drawn(provider: string, seen?: Seen) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("away")]);
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/settings`} here="settings">
      <Page>
        <Stack>
          <Heading level={1} size={3}>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </Stack>
        <Grid wide>
          {seen ? <SettingsList networks={seen.networks} later={seen.later} home={`/${locale}/at/${provider}`} /> : <p>{away("text")}</p>}
          <DoorplateForm provider={provider} plate={seen?.plate} regions={seen?.regions} />
        </Grid>
      </Page>
    </Frame>
  );
}
