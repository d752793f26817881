import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { putBackActivity, takeBackActivity } from "#lib/diary/actions.ts";

/** Takes an entry back, or puts it back. */
export async function UndoForm({ provider, activity, takenBack, label }: { provider: string; activity: string; takenBack: boolean; label?: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("diary"), getTranslations("forms")]);
  return (
    <Form key={String(takenBack)} deed={takenBack ? putBackActivity : takeBackActivity} hidden={{ provider, language, activity }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Send kind="quiet" label={label ?? t(takenBack ? "putBack" : "takeBack")} sendingLabel={forms("sending")} />
    </Form>
  );
}
