import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { SettingsCardFields } from "#components/networks/settings-card-fields.tsx";
import { SettingsTextFields } from "#components/networks/settings-text-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Due } from "#components/ui/fold.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Stack } from "#components/ui/layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Send } from "#components/ui/send.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { rolesAt } from "#lib/access/memberships.ts";
import { within } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { makeNetwork } from "#lib/networks/actions.ts";
import { readers } from "#lib/people/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/settings/networks/new">;
type Seen = { actor: Actor; people: Awaited<ReturnType<typeof readers>> };

/** A new network with its first texts; two of them are begun, in the reader's language. Where nobody could read its ideas, that comes first. */
export default standing("settings", async function NewNetworkPage({ params }: Props) {
  const { provider } = await params;
  const actor = await enter(provider, "make network");
  const accounts = await rolesAt({ providerId: actor.place.id });
  return drawn(provider, { actor, people: await within(actor, (db) => readers(db, accounts)) });
}, async ({ params }: Props) => drawn((await params).provider));

async function drawn(provider: string, seen?: Seen) {
  const [locale, t, forms] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("forms")]);
  const home = `/${locale}/at/${provider}`;
  const nobodyReads = seen?.people.length === 0;
  const begun = { houseRules: t("houseRulesStart"), ...(seen && { whoSees: t("whoSeesStart", { provider: seen.actor.place.name }) }) };
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/settings/networks/new`} here="settings">
      <Narrow>
        <LinkButton kind="plain" href={`${home}/settings`}>{t("back")}</LinkButton>
        <Stack>
          <Heading level={1} size={3}>{t("newTitle")}</Heading>
          <Lead>{t("newLead")}</Lead>
        </Stack>
        <Card>
          {nobodyReads && <NobodyReads home={home} />}
          <Form deed={makeNetwork} hidden={{ provider, language: locale, id: randomUUID() }} keep="network-new" problem={forms("problem")} unreachable={forms("unreachable")}>
            <Due now={!nobodyReads}>
              <SettingsCardFields people={seen?.people} initial={{ language: contentLanguage(locale) }} />
              <Heading level={2} size={1}>{t("textsTitle")}</Heading>
              <SettingsTextFields initial={begun} />
              <Send label={t("makeNetwork")} sendingLabel={forms("sending")} />
            </Due>
          </Form>
        </Card>
      </Narrow>
    </Frame>
  );
}

async function NobodyReads({ home }: { home: string }) {
  const t = await getTranslations("settings");
  return (
    <Notice tone="amber" title={t("nobodyReadsTitle")}>
      <p>{t("nobodyReadsText")}</p>
      <LinkButton href={`${home}/people`}>{t("nobodyReadsWay")}</LinkButton>
    </Notice>
  );
}
