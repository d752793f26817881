import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Tag, type Tone } from "#components/ui/tag.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";
import type { IdeaState, ToldIdea } from "#lib/ideas/own.ts";

const tones: Record<IdeaState, Tone> = { waiting: "plain", late: "berry", answered: "moss", notNow: "amber", project: "sea" };

/** One's own ideas, the latest first: what was said, where it is, and the way to the answer. */
export async function OwnList({ ideas, more, home, timeZone }: { ideas: ToldIdea[]; more: boolean; home: string; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("me")]);
  const day = (moment: Date) => longDay(locale, moment, timeZone);
  if (ideas.length === 0) return <Empty icon="bulb" title={t("noIdeasTitle")}>{t("noIdeasText")}</Empty>;
  return (
    <Card labelledBy="ideas">
      <Heading level={2} size={1} id="ideas">{t("ideasTitle")}</Heading>
      <Rows label={t("ideasTitle")}>
        {ideas.map((idea) => (
          <RowItem key={idea.id}>
            <Row tight>
              <Tag tone={tones[idea.state]}>{t(`states.${idea.state}`)}</Tag>
              {idea.fresh && <Tag tone="sea" icon="answer">{t("fresh")}</Tag>}
            </Row>
            <Words lang={idea.language}><span className="line-clamp-3 font-strong">{idea.what}</span></Words>
            {!idea.answer && <p>{t(idea.state === "late" ? "lateText" : "waitingText", { date: day(idea.dueAt) })}</p>}
            {idea.answer && <p>{t("answeredText", { name: idea.answer.by, date: day(idea.answer.at) })}</p>}
            {idea.project && (
              <p>
                {t.rich("projectText", { title: idea.project.title, name: (title) => <strong lang={idea.project?.language}>{title}</strong> })} {t(`projectStates.${idea.project.state as "forming"}`)}
              </p>
            )}
            <Small>{t("saidOn", { date: day(idea.createdAt), network: idea.network.name })}</Small>
            <LinkButton kind="quiet" href={`${home}/ticket/${idea.id}`} aria-label={`${t(idea.answer ? "readAnswer" : "open")}: ${idea.what.slice(0, 60)}`}>{t(idea.answer ? "readAnswer" : "open")}</LinkButton>
          </RowItem>
        ))}
      </Rows>
      {more && <Small>{t("more", { count: ideas.length })}</Small>}
    </Card>
  );
}
