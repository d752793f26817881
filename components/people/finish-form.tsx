import { getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { finishAndClear } from "#lib/people/actions.ts";

/** Ends the visit and leaves nothing on the device. */
export async function FinishForm({ provider, language, label }: { provider: string; language: string; label: string }) {
  const t = await getTranslations("forms");
  return (
    <Form deed={finishAndClear} hidden={{ provider, language }} problem={t("problem")} unreachable={t("unreachable")} clears>
      <Send kind="plain" label={label} sendingLabel={t("sending")} />
    </Form>
  );
}
