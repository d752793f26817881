import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { restorePartner, suspendPartner } from "#lib/programmes/actions.ts";

/** Takes back somebody's place in the programme, folded away so that nobody does it in passing; or gives it again. */
export async function PersonPlace({ programme, member, name, suspended }: { programme: string; member: string; name: string; suspended: boolean }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("programme"), getTranslations("forms")]);
  const form = (
    <Form key={String(suspended)} deed={suspended ? restorePartner : suspendPartner} hidden={{ programme, language, member }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Send kind="quiet" label={t(suspended ? "restorePerson" : "suspendPerson", { name })} sendingLabel={forms("sending")} />
    </Form>
  );
  if (suspended) return form;
  return (
    <details>
      <summary className="inline-flex min-h-target cursor-pointer items-center text-sea underline">{t("takePlace", { name })}</summary>
      <div className="space-y-2">
        <Small>{t("takePlaceText")}</Small>
        {form}
      </div>
    </details>
  );
}
