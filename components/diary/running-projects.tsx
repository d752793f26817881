import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { quietDays } from "#lib/diary/activity.ts";
import { dateOf, dayIn, daysBetween } from "#lib/diary/day.ts";
import { longDay } from "#lib/language/moments.ts";
import type { RunningProject } from "#lib/projects/queries.ts";

type RunningProjectsProps = { projects: RunningProject[]; lastDays: Map<string, string>; actor: Actor; home: string };

/** A working day's micro projects: when something was last written down, and one button to do it now. */
export async function RunningProjects({ projects, lastDays, actor, home }: RunningProjectsProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("today")]);
  const today = dayIn(actor.at, actor.place.timeZone);
  return (
    <Card labelledBy="projects">
      <Heading level={2} size={1} id="projects">{t("projectsTitle")}</Heading>
      {projects.length === 0 && <Empty icon="bulb" title={t("noProjectsTitle")}>{t("noProjectsText")}</Empty>}
      <Rows label={t("projectsTitle")}>
        {projects.map((project) => {
          const last = lastDays.get(project.id);
          const quiet = daysBetween(last ?? dayIn(project.createdAt, actor.place.timeZone), today) > quietDays;
          return (
            <RowItem key={project.id}>
              <Row>
                <Heading level={3} lang={project.language}><a href={`${home}/projects/${project.id}`} className="inline-flex min-h-target min-w-target items-center">{project.title}</a></Heading>
                {quiet && <Tag tone="amber" icon="clock">{t("quiet")}</Tag>}
              </Row>
              <Small>{[project.network.name, last ? t("lastEntry", { date: longDay(locale, dateOf(last), "Etc/UTC") }) : t("noEntry")].join(" · ")}</Small>
              <LinkButton href={`${home}/projects/${project.id}/log`} aria-label={`${t("logActivity")}: ${project.title}`}>{t("logActivity")}</LinkButton>
            </RowItem>
          );
        })}
      </Rows>
      <LinkButton kind="plain" href={`${home}/projects`}>{t("allProjects")}</LinkButton>
    </Card>
  );
}
