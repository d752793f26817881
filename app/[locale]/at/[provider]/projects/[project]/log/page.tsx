import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { ActivityForm } from "#components/diary/activity-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Stack } from "#components/ui/layout.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { idIn } from "#lib/action/refusal.ts";
import { uuidShape } from "#lib/data/shapes.ts";
import { within } from "#lib/data/within.ts";
import { typedHours } from "#lib/diary/activity.ts";
import { dayIn } from "#lib/diary/day.ts";
import { projectToLog, type ProjectToLog } from "#lib/diary/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/projects/[project]/log">;

/** What happened, in under a minute; `?like=` takes an earlier entry as template. */
export default standing("diary", async function LogPage({ params, searchParams }: Props) {
  const { provider, project: address } = await params;
  const { like } = await searchParams;
  const id = idIn(address);
  const actor = await enter(provider, "log activity");
  const template = typeof like === "string" && uuidShape.test(like) ? like : undefined;
  return drawn(provider, id, { actor, project: await within(actor, (db) => projectToLog(db, id, template)), filled: template !== undefined });
}, async ({ params }: Props) => drawn((await params).provider, idIn((await params).project)));

async function drawn(provider: string, id: string, seen?: { actor: Actor; project: ProjectToLog; filled: boolean }) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("diary"), getTranslations("away")]);
  const page = `/${locale}/at/${provider}/projects/${id}`;
  const [project, last] = [seen?.project, seen?.project.activities[0]];
  const takes = !project || project.state === "running" || project.state === "paused";
  const today = seen ? dayIn(seen.actor.at, seen.actor.place.timeZone) : "";
  const template = last && seen?.filled ? { what: last.what, newcomers: String(last.newcomers), regulars: String(last.regulars), children: String(last.children), hours: typedHours(last.minutes) } : {};
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/projects/${id}/log`} here="projects">
      <Narrow>
        <LinkButton kind="plain" href={page}>{t("back")}</LinkButton>
        <Stack gap="small">
          <Heading level={1} size={3}>{t("logTitle")}</Heading>
          {project ? <p lang={project.language} dir="auto" className="text-1 text-ink-soft">{project.title}</p> : <p>{away("text")}</p>}
        </Stack>
        {!takes && <Empty icon="calendar" title={t("closedTitle")}>{t(project.state === "forming" ? "notStarted" : "ended")}</Empty>}
        {takes && last && !seen?.filled && <LinkButton kind="quiet" href={`${page}/log?like=${last.id}`}>{t("sameAsLast")}</LinkButton>}
        <ActivityForm hidden={{ provider, project: id, id: randomUUID() }} initial={{ happenedOn: today, ...template }} now={takes} sees={t("sees")} />
      </Narrow>
    </Frame>
  );
}
