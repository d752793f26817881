import { getTranslations } from "next-intl/server";
import { Tick } from "#components/ui/field.tsx";
import { memberRoles, type MemberRole } from "#lib/people/member.ts";

/** The roles somebody may have, each a tick that says what it opens. */
export async function MemberTicks({ roles = [] }: { roles?: MemberRole[] }) {
  const t = await getTranslations("people");
  return (
    <fieldset className="min-w-0 space-y-1">
      <legend className="font-strong">{t("rolesTitle")}</legend>
      {memberRoles.map((role) => <Tick key={role} name={role} label={t(`roles.${role}`)} hint={t(`rolesMay.${role}`)} initial={roles.includes(role)} />)}
    </fieldset>
  );
}
