import { getLocale, getTranslations } from "next-intl/server";
import { SettingsCardFields } from "#components/networks/settings-card-fields.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { Theirs } from "#components/ui/theirs.tsx";
import { changeNetwork } from "#lib/networks/actions.ts";
import type { NetworkToSet } from "#lib/networks/settings.ts";

type CardProps = { provider: string; slug: string; network?: NetworkToSet; people?: { id: string; name: string }[] };

/** What is on a network's card, to change. Which network it is, is unknown while the database is away; then what was sent says it again. */
export async function SettingsCard({ provider, slug, network, people }: CardProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("forms")]);
  return (
    <Card labelledBy="card">
      <Heading level={2} size={1} id="card">{t("cardTitle")}</Heading>
      <Form deed={changeNetwork} hidden={{ provider, language, network: network?.id ?? "" }} keep={`network-${slug}`} problem={forms("problem")} unreachable={forms("unreachable")} done={t("networkSaved")}>
        <Theirs label={t("theirs")} replace={t("replaceCard")} version={network?.version ?? 0} />
        {network && people && !people.some(({ id }) => id === network.contactId) && <Notice tone="amber">{t("contactGone", { name: network.contact.name })}</Notice>}
        <SettingsCardFields people={people} initial={network} />
        <Small>{t("address", { address: `/${language}/at/${provider}/networks/${slug}` })}</Small>
        <Send label={t("saveNetwork")} sendingLabel={forms("sending")} />
      </Form>
    </Card>
  );
}
