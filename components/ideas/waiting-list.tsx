import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { answerDays } from "#lib/ideas/idea.ts";
import type { Waiting } from "#lib/ideas/waiting.ts";
import { Clock } from "./clock.tsx";

/** What waits for an answer, the oldest promise first. `later`: this is not the first page. */
export async function WaitingList({ waiting, home, actor, later }: { waiting: Waiting; home: string; actor: Actor; later: boolean }) {
  const t = await getTranslations("today");
  return (
    <Card labelledBy="waiting">
      <Heading level={2} size={1} id="waiting">{t("waitingTitle")}</Heading>
      {waiting.rows.length === 0 ? (
        <Empty icon="inbox" title={t("noneTitle")}>{t("noneText")}</Empty>
      ) : (
        <>
          <Small>{t("waitingText", { days: answerDays })}</Small>
          <Rows label={t("waitingTitle")}>
            {waiting.rows.map((idea) => (
              <RowItem key={idea.id}>
                <Row>
                  <Clock dueAt={idea.dueAt} actor={actor} />
                  <Small>{[t("number", { number: idea.number }), idea.network, spoken(idea)].filter(Boolean).join(" · ")}</Small>
                </Row>
                <Words lang={idea.language}><span className="line-clamp-3 font-strong">{idea.what}</span></Words>
                <LinkButton kind="quiet" href={`${home}/ideas/${idea.id}`} aria-label={`${t("answer")}: ${t("number", { number: idea.number })}`}>{t("answer")}</LinkButton>
              </RowItem>
            ))}
          </Rows>
        </>
      )}
      <Row>
        {waiting.next && <LinkButton kind="quiet" href={`${home}/today?after=${waiting.next}`}>{t("more")}</LinkButton>}
        {later && <LinkButton kind="plain" href={`${home}/today`}>{t("first")}</LinkButton>}
      </Row>
    </Card>
  );

  function spoken({ spoke, heads }: { spoke: string; heads: number | null }): string {
    if (spoke === "group") return t("group", { heads: heads ?? 0 });
    return spoke === "person" ? t("person") : "";
  }
}
