import { getLocale, getTranslations } from "next-intl/server";
import { PasskeyButton } from "#components/people/passkey-button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { askProof, beginPasskey, proveByLetter, proveByPasskey } from "#lib/people/actions.ts";

type Back = { /** Where to go on to; empty: the window is closed. */ to: string };

/** Asks for six digits by letter. */
export async function AskProofForm({ to, again }: Back & { again?: boolean }) {
  const { language, t, forms } = await words();
  return (
    <Form deed={askProof} hidden={{ language, to }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Send wide={!again} kind={again ? "plain" : "deed"} label={t(again ? "again" : "letter")} sendingLabel={forms("sending")} />
    </Form>
  );
}

/** Takes the six digits. */
export async function ProofDigitsForm({ to }: Back) {
  const { language, t, forms } = await words();
  return (
    <Form deed={proveByLetter} hidden={{ language, to }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <TextField name="digits" label={t("digits")} narrow inputMode="numeric" autoComplete="one-time-code" spellCheck={false} required />
      <Send wide label={t("done")} sendingLabel={forms("sending")} />
    </Form>
  );
}

/** Asks the device instead. */
export async function ProofPasskeyForm({ to }: Back) {
  const { language, t, forms, passkey } = await words();
  return (
    <Form deed={proveByPasskey} hidden={{ language, to }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <PasskeyButton ask={beginPasskey} language={language} kind="quiet" label={t("passkey")} waitingLabel={passkey("waiting")} broken={passkey("broken")} />
    </Form>
  );
}

async function words() {
  const [language, t, forms, passkey] = await Promise.all([getLocale(), getTranslations("prove"), getTranslations("forms"), getTranslations("passkey")]);
  return { language, t, forms, passkey };
}
