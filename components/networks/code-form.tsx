import { getLocale, getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { useCode } from "#lib/networks/actions.ts";

/** From the code on a poster to the network's page. */
export async function CodeForm({ provider }: { provider: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("provider"), getTranslations("forms")]);
  return (
    <Form deed={useCode} hidden={{ provider, language }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <TextField name="code" label={t("codeLabel")} hint={t("codeHint")} narrow autoCapitalize="characters" spellCheck={false} required />
      <Send kind="quiet" label={t("codeButton")} sendingLabel={forms("sending")} />
    </Form>
  );
}
