import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { TextArea, Tick } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Theirs } from "#components/ui/theirs.tsx";
import { writeNetworkTexts } from "#lib/networks/actions.ts";
import type { NetworkWords } from "#lib/networks/network.ts";

type TextFormProps = { provider: string; slug: string; speaks: string; network?: string; texts?: NetworkWords & { version: number; origin: string } };

/** A network's texts in one language. Which network it is, is unknown while the database is away; then what was sent says it again. */
export async function SettingsTextForm({ provider, slug, speaks, network = "", texts }: TextFormProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("forms")]);
  return (
    <Card>
      <Form deed={writeNetworkTexts} hidden={{ provider, language, network, speaks }} keep={`texts-${slug}-${speaks}`} problem={forms("problem")} unreachable={forms("unreachable")} done={t("textsSaved")}>
        <Theirs label={t("theirs")} replace={t("replaceTexts")} version={texts?.version ?? 0} />
        <SettingsTextFields initial={texts} lang={speaks} />
        <Tick name="translated" label={t("translated")} initial={texts?.origin === "translated"} />
        <Send label={t("saveTexts")} sendingLabel={forms("sending")} />
      </Form>
    </Card>
  );
}

/** What a network says of itself, in three texts. */
export async function SettingsTextFields({ initial, lang }: { initial?: Partial<NetworkWords>; lang?: string }) {
  const t = await getTranslations("settings");
  return (
    <>
      <TextArea name="welcome" rows={4} lang={lang} label={t("welcome")} hint={t("welcomeHint")} initial={initial?.welcome} keep required whoSees={t("textsSee")} />
      <TextArea name="houseRules" rows={4} lang={lang} label={t("houseRules")} hint={t("houseRulesHint")} initial={initial?.houseRules} keep required />
      <TextArea name="whoSees" rows={3} lang={lang} label={t("whoSees")} hint={t("whoSeesHint")} initial={initial?.whoSees} keep required />
    </>
  );
}
