import { getLocale, getTranslations } from "next-intl/server";
import { MemberTicks } from "#components/people/member-ticks.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Send } from "#components/ui/send.tsx";
import { changeRoles } from "#lib/people/actions.ts";
import type { MemberRole } from "#lib/people/member.ts";

/** Changes what somebody may do here. */
export async function MemberRoles({ provider, member, roles, self }: { provider: string; member: string; roles?: MemberRole[]; self?: boolean }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("people"), getTranslations("forms")]);
  return (
    <Card labelledBy="roles">
      <Heading level={2} size={1} id="roles">{t("changeTitle")}</Heading>
      <p>{t("changeText")}</p>
      {self && <Notice tone="amber">{t("self")}</Notice>}
      <Form deed={changeRoles} hidden={{ provider, language, member }} problem={forms("problem")} unreachable={forms("unreachable")} done={t("saved")}>
        <MemberTicks roles={roles} />
        <Send label={t("save")} sendingLabel={forms("sending")} />
      </Form>
    </Card>
  );
}
