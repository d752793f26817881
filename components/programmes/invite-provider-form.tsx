import { getLocale, getTranslations } from "next-intl/server";
import { Carried } from "#components/ui/carried.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Choice } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { countryName } from "#lib/language/moments.ts";
import { inviteProvider } from "#lib/programmes/actions.ts";

type Invitable = { id: string; name: string; country: string };

/** Chooses a provider that is not in the programme yet; without a list, while the database is away, what was chosen goes along. */
export async function InviteProviderForm({ programme, providers }: { programme: string; providers?: Invitable[] }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("programme"), getTranslations("forms")]);
  if (providers?.length === 0) return <Empty icon="check" title={t("allInvitedTitle")}>{t("allInvitedText")}</Empty>;
  return (
    <Form deed={inviteProvider} hidden={{ programme, language }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Small>{t("inviteProviderText")}</Small>
      {providers ? (
        <Choice name="invited" label={t("provider")} empty={forms("choose")} required options={providers.map(({ id, name, country }) => ({ value: id, label: `${name} (${countryName(language, country)})` }))} />
      ) : (
        <Carried names={["invited"]} />
      )}
      <Send label={t("inviteProvider")} sendingLabel={forms("sending")} />
    </Form>
  );
}
