import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IdeaToAdopt } from "#lib/projects/queries.ts";

/** Why an idea cannot become a micro project now, and the way to where it can be changed. */
export async function MayNotAdopt({ idea, home }: { idea: IdeaToAdopt; home: string }) {
  const t = await getTranslations("projects");
  if (idea.adoption) return <Notice tone="sea"><p>{t("isAdopted")}</p><LinkButton kind="quiet" href={`${home}/projects/${idea.adoption.projectId}`}>{t("toProject")}</LinkButton></Notice>;
  return <Notice tone="amber"><p>{t(idea.answer ? "isNotNow" : "isWaiting")}</p><LinkButton kind="quiet" href={`${home}/ideas/${idea.id}`}>{t("toIdea")}</LinkButton></Notice>;
}
