import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsCardFields } from "#components/networks/settings-card-fields.tsx";
import { SettingsTextFields } from "#components/networks/settings-text-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Stack } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { makeNetwork } from "#lib/networks/actions.ts";
import { members } from "#lib/people/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/settings/networks/new">;
type Seen = { actor: Actor; people: Awaited<ReturnType<typeof members>> };

/** A new network with its first texts; two of them are begun, in the reader's language. */
export default standing("settings", async function NewNetworkPage({ params }: Props) {
  const { provider } = await params;
  const actor = await enter(provider, "make network");
  return drawn(provider, { actor, people: await within(actor, members) });
}, async ({ params }: Props) => drawn((await params).provider));

async function drawn(provider: string, seen?: Seen) {
  const [locale, t, forms] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("forms")]);
  const begun = { houseRules: t("houseRulesStart"), ...(seen && { whoSees: t("whoSeesStart", { provider: seen.actor.place.name }) }) };
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/settings/networks/new`} here="settings">
      <Narrow>
        <LinkButton kind="plain" href={`/${locale}/at/${provider}/settings`}>{t("back")}</LinkButton>
        <Stack>
          <Heading level={1} size={3}>{t("newTitle")}</Heading>
          <Lead>{t("newLead")}</Lead>
        </Stack>
        <Card>
          <Form deed={makeNetwork} hidden={{ provider, language: locale, id: randomUUID() }} keep="network-new" problem={forms("problem")} unreachable={forms("unreachable")}>
            <SettingsCardFields people={seen?.people} initial={{ language: contentLanguage(locale) }} />
            <Heading level={2} size={1}>{t("textsTitle")}</Heading>
            <SettingsTextFields initial={begun} />
            <Send label={t("makeNetwork")} sendingLabel={forms("sending")} />
          </Form>
        </Card>
      </Narrow>
    </Frame>
  );
}
