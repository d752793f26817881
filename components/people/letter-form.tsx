import { getLocale, getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { signIn } from "#lib/people/actions.ts";

/** The button that uses a letter up; with the six digits where the link and the browser do not come together. */
export async function LetterForm({ letter, digits }: { letter: string; digits: boolean }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("signIn"), getTranslations("forms")]);
  return (
    <Form deed={signIn} hidden={{ language, letter }} problem={forms("problem")} unreachable={forms("unreachable")}>
      {digits && <TextField name="digits" label={t("digits")} narrow inputMode="numeric" autoComplete="one-time-code" spellCheck={false} required />}
      <Send wide label={t("comeIn")} sendingLabel={forms("sending")} />
    </Form>
  );
}
