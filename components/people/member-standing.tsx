import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Send } from "#components/ui/send.tsx";
import type { ServerDeed } from "#lib/action/outcome.ts";
import { inviteAgain, restoreMember, suspendMember } from "#lib/people/actions.ts";
import type { Standing } from "#lib/people/member.ts";

type Part = "suspend" | "restore" | "again";
const deeds: Record<Part, ServerDeed> = { suspend: suspendMember, restore: restoreMember, again: inviteAgain };

/** What can be done with somebody's account as it stands: the letter again, suspend, restore. */
export async function MemberStanding({ provider, member, standing }: { provider: string; member: string; standing: Standing }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("people"), getTranslations("forms")]);
  const parts: Part[] = standing === "suspended" ? ["restore"] : standing === "invited" ? ["again", "suspend"] : ["suspend"];
  return parts.map((part) => (
    <Card key={part} tone="sunk" labelledBy={part}>
      <Heading level={2} size={1} id={part}>{t(`${part}Title`)}</Heading>
      <p>{t(`${part}Text`)}</p>
      <Form deed={deeds[part]} hidden={{ provider, language, member }} problem={forms("problem")} unreachable={forms("unreachable")} done={part === "again" ? t("sentAgain") : undefined}>
        <Send kind="quiet" label={t(part)} sendingLabel={forms("sending")} />
      </Form>
    </Card>
  ));
}
