import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";
import type { ListedProjects } from "#lib/projects/queries.ts";
import type { State } from "#lib/projects/steps.ts";
import { StateTag } from "./state-tag.tsx";

type ProjectListProps = { projects: ListedProjects; home: string; timeZone: string; state?: State; later: boolean; /** Staff read on; leaders see titles, states and dates. */ reads: boolean };

/** A provider's micro projects, the newest first. */
export async function ProjectList({ projects, home, timeZone, state, later, reads }: ProjectListProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("projects")]);
  const day = (moment: Date) => longDay(locale, moment, timeZone);
  const address = (after?: string) => `${home}/projects?${new URLSearchParams({ ...(state && { state }), ...(after && { after }) })}`;
  if (projects.rows.length === 0) return <Empty icon="bulb" title={t(state ? "noneInStateTitle" : "noneTitle")}>{t(state ? "noneInStateText" : "noneText")}</Empty>;
  return (
    <Card labelledBy="list">
      <Heading level={2} size={1} id="list">{state ? t("listOf", { state: t(`states.${state}`) }) : t("listTitle")}</Heading>
      <Rows label={t("listTitle")}>
        {projects.rows.map((project) => (
          <RowItem key={project.id}>
            <Row spread>
              <Heading level={3} lang={project.language}>{reads ? <a href={`${home}/projects/${project.id}`} className="inline-flex min-h-target min-w-target items-center">{project.title}</a> : project.title}</Heading>
              <StateTag project={project} />
            </Row>
            <Small>{[reads && t("number", { number: project.number }), reads && project.network.name, t("begun", { date: day(project.createdAt) }), t(`since.${project.state as State}`, { date: day(project.since) })].filter(Boolean).join(" · ")}</Small>
          </RowItem>
        ))}
      </Rows>
      <Row>
        {projects.next && <LinkButton kind="quiet" href={address(projects.next)}>{t("more")}</LinkButton>}
        {later && <LinkButton kind="plain" href={address()}>{t("first")}</LinkButton>}
      </Row>
    </Card>
  );
}
