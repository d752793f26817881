import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";
import type { continuations, outcomes } from "#lib/projects/project.ts";
import type { ProjectToRead } from "#lib/projects/queries.ts";

/** How a closed project ended, and what was learned; nothing while it is not closed. */
export async function HowItEnded({ project, timeZone }: { project: ProjectToRead; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("projects")]);
  const [last] = project.steps;
  if (project.state !== "closed" || !last?.closing) return null;
  const { outcome, goesOnAs, told, learned, language } = last.closing;
  return (
    <Card tone="sea" labelledBy="ended">
      <Heading level={2} size={1} id="ended">{t(`outcomes.${outcome as (typeof outcomes)[number]}`)}{goesOnAs && `: ${t(`continuations.${goesOnAs as (typeof continuations)[number]}`)}`}</Heading>
      <Words lang={language}>{told}</Words>
      <Facts facts={[{ term: t("learned"), value: <Words lang={language}>{learned}</Words> }]} />
      <Small>{t("by", { name: last.member.name, date: longDay(locale, last.at, timeZone) })}</Small>
    </Card>
  );
}
