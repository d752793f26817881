import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Diary, Entry, Totals } from "#lib/diary/queries.ts";
import { EntryWords, hoursOf } from "./entry.tsx";
import { UndoForm } from "./undo-form.tsx";

type DiaryCardProps = { diary: Diary; totals: Totals; provider: string; /** The project's page. */ page: string; later: boolean; /** Something can be logged now. */ takes: boolean; children?: ReactNode };

/** The diary of a project, the latest day first; what was taken back stands as one line. */
export async function DiaryCard({ diary, totals, provider, page, later, takes, children }: DiaryCardProps) {
  const t = await getTranslations("diary");
  return (
    <Card labelledBy="diary">
      <Heading level={2} size={1} id="diary">{t("heading")}</Heading>
      {children}
      {diary.entries.length === 0 && <Empty icon="calendar" title={t("noneTitle")}>{t("noneText")}</Empty>}
      {totals.entries > 0 && (
        <div className="space-y-1">
          <p className="font-strong">{[t("entriesCount", { count: totals.entries }), t("visitsCount", { count: totals.visits }), totals.children > 0 && t("childrenCount", { count: totals.children }), totals.minutes > 0 && t("hoursCount", { hours: hoursOf(totals.minutes) })].filter(Boolean).join(" · ")}</p>
          <Small>{t("visitsNote")}</Small>
        </div>
      )}
      <Rows label={t("heading")}>{diary.entries.map((entry) => <RowItem key={entry.id}>{entry.state === "taken back" ? takenBack(entry) : standing(entry)}</RowItem>)}</Rows>
      <Row>
        {diary.older && <LinkButton kind="quiet" href={`${page}?before=${diary.older}#diary`}>{t("older")}</LinkButton>}
        {later && <LinkButton kind="plain" href={`${page}#diary`}>{t("latest")}</LinkButton>}
      </Row>
    </Card>
  );

  function standing(entry: Entry) {
    return (
      <>
        <EntryWords entry={entry} />
        <Row>
          <Small>{t("writtenBy", { name: entry.author.name })}</Small>
          {entry.version > 1 && <Tag>{t("changed")}</Tag>}
          <LinkButton kind="plain" href={`${page}/activities/${entry.id}`}>{t("change")}</LinkButton>
          {takes && <LinkButton kind="plain" href={`${page}/log?like=${entry.id}`}>{t("likeThis")}</LinkButton>}
        </Row>
      </>
    );
  }
  function takenBack(entry: Entry) {
    return (
      <Row spread>
        <Row><Tag icon="undo">{t("takenBack")}</Tag><span lang={entry.language} dir="auto" className="line-clamp-1 text-ink-soft">{entry.what}</span></Row>
        <UndoForm provider={provider} activity={entry.id} takenBack />
      </Row>
    );
  }
}
