import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { longDay } from "#lib/language/moments.ts";
import type { FocusGroup } from "#lib/networks/network.ts";
import type { ProjectToRead } from "#lib/projects/queries.ts";

/** What a project is: whose, where, for whom, what it may cost, and from which idea it came. */
export async function ProjectFacts({ project, home, timeZone }: { project: ProjectToRead; home: string; timeZone: string }) {
  const [locale, t, groups, format] = await Promise.all([getLocale(), getTranslations("projects"), getTranslations("focusGroups"), getFormatter()]);
  const idea = project.adoptions[0]?.idea;
  const facts = [
    { term: t("owner"), value: owner() },
    { term: t("focusGroup"), value: groups(project.focusGroup as FocusGroup) },
    { term: t("network"), value: project.network.name },
    { term: t("place"), value: project.place },
    ...(project.group ? [{ term: t("group"), value: <span lang={project.group.language}>{project.group.name}</span> }] : []),
    ...(project.planned !== null && project.currency ? [{ term: t("planned"), value: format.number(project.planned / 100, { style: "currency", currency: project.currency }) }] : []),
    { term: t("begunOn"), value: longDay(locale, project.createdAt, timeZone) },
    idea
      ? { term: t("fromIdea"), value: <a href={`${home}/ideas/${idea.id}`} lang={idea.language} dir="auto" className="line-clamp-2">{idea.what}</a> }
      : { term: t("withoutIdea"), value: <span lang={project.language} dir="auto">{project.withoutIdea}</span> },
  ];
  return (
    <Card labelledBy="about">
      <Heading level={2} size={1} id="about">{t("aboutTitle")}</Heading>
      <Facts facts={facts} />
    </Card>
  );

  function owner() {
    if (project.owner === "end user") return t("ownerIsPerson", { name: project.ownerCalled ?? "" });
    if (project.owner === "group") return t("ownerIsGroup", { name: project.group?.name ?? "" });
    return t("ownerIsNobody", { reason: project.ownerReason ?? "" });
  }
}
