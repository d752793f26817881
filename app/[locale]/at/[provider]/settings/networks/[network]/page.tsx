import { getLocale, getTranslations } from "next-intl/server";
import { SettingsCard } from "#components/networks/settings-card.tsx";
import { SettingsCode } from "#components/networks/settings-code.tsx";
import { SettingsTexts } from "#components/networks/settings-texts.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { rolesAt } from "#lib/access/memberships.ts";
import { within } from "#lib/data/within.ts";
import { longDay } from "#lib/language/moments.ts";
import { networkToSet, type NetworkToSet } from "#lib/networks/settings.ts";
import { readers } from "#lib/people/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/settings/networks/[network]">;
type Seen = { actor: Actor; network: NetworkToSet; people: Awaited<ReturnType<typeof readers>> };

/** One network's card, code and texts, for the administrator. */
export default standing("settings", async function NetworkSettingsPage({ params }: Props) {
  const { provider, network: slug } = await params;
  const actor = await enter(provider, "change network");
  const accounts = await rolesAt({ providerId: actor.place.id });
  const seen = await within(actor, async (db) => ({ network: await networkToSet(db, slug), people: await readers(db, accounts) }));
  return drawn(provider, slug, { actor, ...seen });
}, async ({ params }: Props) => drawn((await params).provider, (await params).network));

async function drawn(provider: string, slug: string, seen?: Seen) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("away")]);
  const home = `/${locale}/at/${provider}`;
  const day = (moment: Date) => longDay(locale, moment, seen?.actor.place.timeZone ?? "Etc/UTC");
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/settings/networks/${slug}`} here="settings">
      <Page>
        <LinkButton kind="plain" href={`${home}/settings`}>{t("back")}</LinkButton>
        <Heading level={1} size={3}>{seen?.network.name ?? t("cardTitle")}</Heading>
        <Grid wide>
          <SettingsCard provider={provider} slug={slug} network={seen?.network} people={seen?.people} />
          <Stack>
            {seen
              ? <SettingsCode provider={provider} network={seen.network.id} place={`${home}/networks/${slug}`} code={seen.network.code} day={day} />
              : <p>{away("text")}</p>}
            {seen && <SettingsTexts texts={seen.network.texts} here={`${home}/settings/networks/${slug}`} />}
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
}
