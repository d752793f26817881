import { getLocale, getTranslations } from "next-intl/server";
import { Heading } from "#components/ui/heading.tsx";
import { Stack } from "#components/ui/layout.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { promisedBy } from "#lib/ideas/idea.ts";
import type { OwnIdea } from "#lib/ideas/queries.ts";
import { longDay } from "#lib/language/moments.ts";

/** Where an idea is that waits: sent, who reads it now, by when there is an answer. */
export async function WhereItIs({ idea, actor }: { idea: OwnIdea; actor: Actor }) {
  const [t, locale] = await Promise.all([getTranslations("ticket"), getLocale()]);
  const day = (moment: Date) => longDay(locale, moment, actor.place.timeZone);
  return (
    <Stack>
      <Heading level={2}>{t("whereTitle")}</Heading>
      <Timeline
        label={t("whereTitle")}
        moments={[
          { when: t("momentSent"), tone: "moss", icon: "check", text: t("momentSentText", { date: day(idea.createdAt) }) },
          { when: t("momentReads"), tone: "sea", text: t("momentReadsText", { contact: idea.network.contact.name, network: idea.network.name }) },
          { when: day(promisedBy(idea.createdAt, actor.place.timeZone)), text: t("momentAnswerText") },
        ]}
      />
    </Stack>
  );
}
