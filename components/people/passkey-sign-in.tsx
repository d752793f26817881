import { getLocale, getTranslations } from "next-intl/server";
import { PasskeyButton } from "#components/people/passkey-button.tsx";
import { Form } from "#components/ui/form.tsx";
import { WithDevice } from "#components/people/with-device.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small } from "#components/ui/text.tsx";
import { passkeyHost } from "#lib/access/passkey.ts";
import { beginPasskey, signInByPasskey } from "#lib/people/actions.ts";

/** The way in with one's own device. Only where there is script: without it there is the letter. */
export async function PasskeySignIn() {
  if (!passkeyHost()) return null;
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("passkey"), getTranslations("forms")]);
  return (
    <WithDevice>
      <Heading level={2} size={1}>{t("signInTitle")}</Heading>
      <Small>{t("signInText")}</Small>
      <Form deed={signInByPasskey} hidden={{ language }} problem={forms("problem")} unreachable={forms("unreachable")}>
        <PasskeyButton ask={beginPasskey} language={language} kind="quiet" label={t("signIn")} waitingLabel={t("waiting")} broken={t("broken")} />
      </Form>
    </WithDevice>
  );
}
