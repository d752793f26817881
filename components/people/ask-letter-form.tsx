import { getLocale, getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { askLetter } from "#lib/people/actions.ts";

/** One field: the address. There is no password to forget or to pass on. */
export async function AskLetterForm() {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("signIn"), getTranslations("forms")]);
  return (
    <Form deed={askLetter} hidden={{ language }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} autoComplete="email" autoCapitalize="none" spellCheck={false} required />
      <Send wide label={t("ask")} sendingLabel={forms("sending")} />
    </Form>
  );
}
