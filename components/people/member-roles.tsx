import { getLocale, getTranslations } from "next-intl/server";
import { MemberTicks } from "#components/people/member-ticks.tsx";
import { Card } from "#components/ui/card.tsx";
import { Due } from "#components/ui/fold.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Send } from "#components/ui/send.tsx";
import { changeRoles } from "#lib/people/actions.ts";
import type { MemberRole } from "#lib/people/member.ts";

type RolesProps = { provider: string; member: string; roles?: MemberRole[]; self?: "alone" | "one of several" };

/** Changes what somebody may do here. One of several administrators leaves her own roles to the others. */
export async function MemberRoles({ provider, member, roles, self }: RolesProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("people"), getTranslations("forms")]);
  return (
    <Card labelledBy="roles">
      <Heading level={2} size={1} id="roles">{t("changeTitle")}</Heading>
      {self ? <Notice tone="amber">{t(self === "alone" ? "selfAlone" : "selfOneOfSeveral")}</Notice> : <p>{t("changeText")}</p>}
      <Form deed={changeRoles} hidden={{ provider, language, member }} problem={forms("problem")} unreachable={forms("unreachable")} done={t("saved")}>
        {self === "one of several" && <p>{roles?.map((role) => t(`roles.${role}`)).join(", ")}</p>}
        <Due now={self !== "one of several"}>
          <MemberTicks roles={roles} />
          <Send label={t("save")} sendingLabel={forms("sending")} />
        </Due>
      </Form>
    </Card>
  );
}
