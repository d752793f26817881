import { getLocale, getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { openTicket } from "#lib/ideas/actions.ts";

/** Three words and two digits lead to an idea and its answer, on any phone. They are posted, never put into an address. */
export async function TicketForm({ provider }: { provider: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("ticket"), getTranslations("forms")]);
  return (
    <Form deed={openTicket} hidden={{ provider, language }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <TextField name="words" label={t("wordsLabel")} hint={t("wordsHint")} autoCapitalize="none" spellCheck={false} required />
      <Send wide label={t("open")} sendingLabel={forms("sending")} />
    </Form>
  );
}
