import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";
import type { ProjectToRead } from "#lib/projects/queries.ts";
import type { Step } from "#lib/projects/steps.ts";

/** What happened to a project, the latest first: each step with who and why; then its former words. */
export async function ProjectStory({ project, timeZone }: { project: ProjectToRead; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("projects")]);
  const by = (member: { name: string }, moment: Date) => t("by", { name: member.name, date: longDay(locale, moment, timeZone) });
  return (
    <Card labelledBy="story">
      <Heading level={2} size={1} id="story">{t("storyTitle")}</Heading>
      <Rows label={t("storyTitle")}>
        {project.steps.map(({ id, step, why, language, at, member, closing }) => (
          <RowItem key={id}>
            <p><strong>{t(`taken.${step as Step}`)}</strong> <span className="text-small text-ink-soft">{by(member, at)}</span></p>
            {(why || closing) && <Words lang={language}>{why || closing?.told}</Words>}
          </RowItem>
        ))}
      </Rows>
      {project.versions.length > 0 && (
        <Fold label={t("former")}>
          <Rows label={t("former")}>
            {project.versions.map((former) => (
              <RowItem key={former.version}>
                <p lang={project.language} dir="auto">{[former.title, former.place, former.group?.name, former.ownerCalled, former.ownerReason, former.planned !== null && `${former.planned / 100} ${former.currency}`].filter(Boolean).join(" · ")}</p>
                <Small>{t("until", { name: former.replacer.name, date: longDay(locale, former.replacedAt, timeZone) })}</Small>
              </RowItem>
            ))}
          </Rows>
        </Fold>
      )}
    </Card>
  );
}
