import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";
import { answerInvitation, leaveProgramme } from "#lib/programmes/actions.ts";
import type { Invitation } from "#lib/programmes/queries.ts";

/** One programme as a leader sees it: how the house stands to it, and what can be done now. */
export async function InvitationCard({ invitation, provider, timeZone }: { invitation: Invitation; provider: string; timeZone: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("invitations"), getTranslations("forms")]);
  const { programme, state, stateAt } = invitation;
  const form = { problem: forms("problem"), unreachable: forms("unreachable"), hidden: { provider, language, invitation: programme.id } };
  const says = (answer: "joined" | "declined", kind: "deed" | "quiet") => (
    <Form key={answer} deed={answerInvitation} {...form} hidden={{ ...form.hidden, says: answer }}>
      <Send kind={kind} label={t(answer === "joined" ? "join" : "decline")} sendingLabel={forms("sending")} />
    </Form>
  );
  return (
    <Card labelledBy={programme.id} tone={state === "invited" ? "sea" : "surface"}>
      <Row spread>
        <Heading level={2} size={1} id={programme.id}>{programme.name}</Heading>
        <Tag tone={state === "joined" ? "moss" : state === "invited" ? "amber" : "plain"}>{t(`states.${state}`)}</Tag>
      </Row>
      <Small>{t(`since.${state}`, { date: longDay(language, stateAt, timeZone) })}</Small>
      <p>{t(`next.${state}`)}</p>
      {state === "invited" && <Row>{says("joined", "deed")}{says("declined", "quiet")}</Row>}
      {state === "declined" && says("joined", "quiet")}
      {state === "joined" && (
        <details>
          <summary className="inline-flex min-h-target cursor-pointer items-center text-sea underline">{t("leaveTitle")}</summary>
          <div className="space-y-2">
            <p>{t("leaveText")}</p>
            <Form deed={leaveProgramme} {...form}>
              <Send kind="quiet" label={t("leave")} sendingLabel={forms("sending")} />
            </Form>
          </div>
        </details>
      )}
    </Card>
  );
}
