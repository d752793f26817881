import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Words } from "#components/ui/text.tsx";

/** When the people of a network meet next, where, and how to get there. */
export async function NextMeeting({ meeting }: { meeting?: { when: string; place: string; note: string; language: string } }) {
  const t = await getTranslations("network");
  return (
    <Card labelledBy="meeting" tone="sea">
      <Heading level={2} size={1} id="meeting">{t("meetTitle")}</Heading>
      {meeting ? (
        <>
          <p className="font-strong">{meeting.when}</p>
          <Words lang={meeting.language}>{meeting.place}{"\n"}{meeting.note}</Words>
        </>
      ) : (
        <p>{t("noMeeting")}</p>
      )}
    </Card>
  );
}
