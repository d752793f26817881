import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { Choice, Radios, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { contentLanguage, languages } from "#lib/language/languages.ts";
import { invitePartner } from "#lib/programmes/actions.ts";
import { programmeRoles } from "#lib/programmes/programme.ts";

/** Invites somebody to work in the programme: they get a letter with the way in. */
export async function InvitePartnerForm({ programme }: { programme: string }) {
  const [language, t, forms, names] = await Promise.all([getLocale(), getTranslations("programme"), getTranslations("forms"), getTranslations("languages")]);
  return (
    <Form deed={invitePartner} hidden={{ programme, language, id: randomUUID() }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Small>{t("invitePartnerText")}</Small>
      <TextField name="name" label={t("name")} required whoSees={t("nameSees")} />
      <TextField name="email" type="email" label={t("email")} inputMode="email" autoCapitalize="none" spellCheck={false} required whoSees={t("emailSees")} />
      <Choice name="speaks" label={t("letterLanguage")} initial={contentLanguage(language)} options={languages.map((code) => ({ value: code, label: names(code) }))} required />
      <Radios name="role" label={t("role")} options={programmeRoles.map((role) => ({ value: role, label: t(`roles.${role}`), hint: t(`roleHints.${role}`) }))} required />
      <Send label={t("invitePartner")} sendingLabel={forms("sending")} />
    </Form>
  );
}
