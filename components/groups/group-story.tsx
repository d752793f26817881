import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import type { GroupToChange } from "#lib/groups/queries.ts";

/** What happened to a group, the latest first, and its former names. */
export async function GroupStory({ group, day }: { group: GroupToChange; day: (moment: Date) => string }) {
  const t = await getTranslations("groups");
  return (
    <Card labelledBy="story">
      <Heading level={2} size={1} id="story">{t("steps")}</Heading>
      <ul role="list" className="space-y-1">
        {group.steps.map(({ step, at, member }) => <li key={at.toISOString()}>{t("stepLine", { step: t(step as "made"), date: day(at), name: member.name })}</li>)}
      </ul>
      {group.versions.length > 0 && (
        <>
          <Heading level={3}>{t("former")}</Heading>
          <ul role="list" className="space-y-1">
            {group.versions.map((former) => <li key={former.version}>{t("formerLine", { name: former.name, date: day(former.replacedAt), by: former.replacer.name })}</li>)}
          </ul>
        </>
      )}
    </Card>
  );
}
