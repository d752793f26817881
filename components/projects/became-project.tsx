import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { longDay } from "#lib/language/moments.ts";
import type { AdoptedAs } from "#lib/projects/queries.ts";
import { stateOf } from "#lib/projects/steps.ts";
import { StateTag } from "./state-tag.tsx";

/** An idea became a micro project: its title, where it is and since when. `href` for those who may read on. */
export async function BecameProject({ project, timeZone, href }: { project: AdoptedAs; timeZone: string; href?: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("projects")]);
  return (
    <Card tone="sea" labelledBy="became">
      <Row>
        <Heading level={2} size={1} id="became">{t(href ? "becameTitle" : "yoursBecameTitle")}</Heading>
        <StateTag project={project} />
      </Row>
      <p lang={project.language} dir="auto" className="text-1 font-strong">{project.title}</p>
      <p>{t(`became.${stateOf(project)}`, { date: longDay(locale, project.since, timeZone) })}</p>
      {href && <LinkButton kind="quiet" href={href}>{t("toProject")}</LinkButton>}
    </Card>
  );
}
