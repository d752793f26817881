import { getLocale, getTranslations } from "next-intl/server";
import { Tick } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { shareFigures, stopSharing } from "#lib/figures/actions.ts";

/** Agrees to one version of the text; `again`: sharing is on by an older one. */
export async function SharingAgree({ provider, textVersion, again = false }: { provider: string; textVersion: number; again?: boolean }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("sharing"), getTranslations("forms")]);
  return (
    <Form deed={shareFigures} hidden={{ provider, language, textVersion: String(textVersion) }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Tick name="read" label={t("read")} required />
      <Send label={t(again ? "agreeAgain" : "share")} sendingLabel={forms("sending")} />
    </Form>
  );
}

/** Stops sharing, at any time. */
export async function SharingStop({ provider }: { provider: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("sharing"), getTranslations("forms")]);
  return (
    <Form deed={stopSharing} hidden={{ provider, language }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Send kind="quiet" label={t("stop")} sendingLabel={forms("sending")} />
      <Small>{t("stopText")}</Small>
    </Form>
  );
}
