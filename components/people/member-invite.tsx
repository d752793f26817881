import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { MemberTicks } from "#components/people/member-ticks.tsx";
import { Card } from "#components/ui/card.tsx";
import { Choice, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Send } from "#components/ui/send.tsx";
import { contentLanguage, languages } from "#lib/language/languages.ts";
import { inviteMember } from "#lib/people/actions.ts";

/** Invites somebody by a letter: name, address, language, roles. */
export async function MemberInvite({ provider, place }: { provider: string; place?: string }) {
  const [language, t, forms, names] = await Promise.all([getLocale(), getTranslations("people"), getTranslations("forms"), getTranslations("languages")]);
  return (
    <Card labelledBy="invite">
      <Heading level={2} size={1} id="invite">{t("inviteTitle")}</Heading>
      <p>{t("inviteText")}</p>
      <Form deed={inviteMember} hidden={{ provider, language, id: randomUUID() }} keep="invite" problem={forms("problem")} unreachable={forms("unreachable")} done={t("invited")}>
        <TextField name="name" label={t("name")} keep required whoSees={place && t("nameSees", { provider: place })} />
        <TextField name="email" type="email" inputMode="email" spellCheck={false} label={t("email")} keep required whoSees={place && t("emailSees", { provider: place })} />
        <Choice name="reads" label={t("reads")} options={languages.map((code) => ({ value: code, label: names(code) }))} initial={contentLanguage(language)} required />
        <MemberTicks />
        <Send label={t("invite")} sendingLabel={forms("sending")} />
      </Form>
    </Card>
  );
}
