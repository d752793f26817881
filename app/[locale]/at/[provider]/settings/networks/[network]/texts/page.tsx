import { getLocale, getTranslations } from "next-intl/server";
import { SettingsFormer } from "#components/networks/settings-former.tsx";
import { SettingsTextForm } from "#components/networks/settings-text-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { here } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { languageName, longDay } from "#lib/language/moments.ts";
import { networkLanguages } from "#lib/networks/network.ts";
import { textsToSet } from "#lib/networks/settings.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/settings/networks/[network]/texts">;
type Asked = { provider: string; slug: string; speaks: string };
type Seen = { actor: Actor; network: Awaited<ReturnType<typeof textsToSet>> };

/** What a network says of itself in one language: `?speaks=lv`. */
export default standing("settings", async function NetworkTextsPage(props: Props) {
  const asked = await askedBy(props);
  const actor = await enter(asked.provider, "write network texts");
  return drawn(asked, { actor, network: await within(actor, (db) => textsToSet(db, asked.slug, asked.speaks)) });
}, async (props: Props) => drawn(await askedBy(props)));

// A plain GET form can be sent without a choice: then it is English.
async function askedBy({ params, searchParams }: Props): Promise<Asked> {
  const [{ provider, network: slug }, { speaks = "en" }] = await Promise.all([params, searchParams]);
  return { provider, slug, speaks: here(networkLanguages.find((one) => one === (speaks || "en"))) };
}

async function drawn({ provider, slug, speaks }: Asked, seen?: Seen) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("settings")]);
  const day = (moment: Date) => longDay(locale, moment, seen?.actor.place.timeZone ?? "Etc/UTC");
  const address = `/at/${provider}/settings/networks/${slug}`;
  return (
    <Frame actor={seen?.actor} provider={provider} path={`${address}/texts?speaks=${speaks}`} here="settings" place={seen?.network.name}>
      <Narrow>
        <LinkButton kind="plain" href={`/${locale}${address}`}>{t("backToNetwork")}</LinkButton>
        <Heading level={1} size={3}>{t("textsIn", { language: languageName(locale, speaks) })}</Heading>
        {seen && <Lead>{seen.network.name}</Lead>}
        <SettingsTextForm provider={provider} slug={slug} speaks={speaks} network={seen?.network.id} texts={seen?.network.texts[0]} />
        {seen && <SettingsFormer former={seen.network.formerTexts} speaks={speaks} day={day} />}
      </Narrow>
    </Frame>
  );
}
