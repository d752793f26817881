import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Words } from "#components/ui/text.tsx";
import { dayAndTime } from "#lib/language/moments.ts";
import type { OwnPage } from "#lib/ideas/own.ts";

/** When, where and how the people of one's networks meet next. */
export async function OwnMeetings({ networks, home, timeZone }: { networks: OwnPage["networks"]; home: string; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("me")]);
  if (networks.length === 0) return null;
  return (
    <Card labelledBy="meetings">
      <Heading level={2} size={1} id="meetings">{t("meetTitle")}</Heading>
      <Rows label={t("meetTitle")}>
        {networks.map(({ slug, name, language, meetings: [meeting] }) => (
          <RowItem key={slug}>
            <Heading level={3} size={1} lang={language}>{name}</Heading>
            {meeting ? (
              <>
                <p className="font-strong">{dayAndTime(locale, meeting.startsAt, timeZone)}</p>
                <Words lang={meeting.language}>{meeting.place}{"\n"}{meeting.note}</Words>
              </>
            ) : (
              <p>{t("noMeeting")}</p>
            )}
            <LinkButton kind="plain" href={`${home}/networks/${slug}`} aria-label={`${t("toNetwork")}: ${name}`}>{t("toNetwork")}</LinkButton>
          </RowItem>
        ))}
      </Rows>
    </Card>
  );
}
