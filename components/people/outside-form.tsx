import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { outsideName } from "#lib/access/outside.ts";
import { signInOutside } from "#lib/people/actions.ts";

/** The way in through the organisation's own sign-in; nothing where none is set up. */
export async function OutsideForm() {
  const name = outsideName();
  if (!name) return null;
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("outside"), getTranslations("forms")]);
  return (
    <Form deed={signInOutside} hidden={{ language }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Send wide kind="quiet" label={t("button", { name })} sendingLabel={forms("sending")} />
    </Form>
  );
}
