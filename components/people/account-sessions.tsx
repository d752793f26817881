import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import { deviceNames } from "#lib/access/device.ts";
import type { OwnSession } from "#lib/access/own-account.ts";
import { dayAndTime, longDay } from "#lib/language/moments.ts";
import { endSession } from "#lib/people/actions.ts";

/** Every device that is signed in, with the way to end it. */
export async function AccountSessions({ sessions, timeZone }: { sessions: OwnSession[]; timeZone: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("account"), getTranslations("forms")]);
  const called = (session: OwnSession) => {
    const { browser, system } = deviceNames(session.device);
    return browser || system ? t("device", { browser: browser || t("browserUnknown"), system: system || t("systemUnknown") }) : t("deviceUnknown");
  };
  const end = (session: string, label: string) => (
    <Form deed={endSession} hidden={{ language, session }} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Send kind="quiet" label={label} sendingLabel={forms("sending")} />
    </Form>
  );
  return (
    <>
      <Rows label={t("sessionsTitle")}>
        {sessions.map((session) => (
          <RowItem key={session.id}>
            <Row spread>
              <div>
                <p className="font-strong">{called(session)}</p>
                <Small>{t("since", { day: dayAndTime(language, session.since, timeZone) })}, {t("lastSeen", { day: longDay(language, session.seenAt, timeZone) })}</Small>
              </div>
              {session.here ? <Tag tone="moss">{t("this")}</Tag> : end(session.id, t("end"))}
            </Row>
          </RowItem>
        ))}
      </Rows>
      {sessions.length > 1 && end("others", t("endOthers"))}
    </>
  );
}
