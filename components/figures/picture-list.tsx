import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows, Stack } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Lead, Small } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import type { Asked, List } from "#lib/figures/lists.ts";
import { longQuarter } from "#lib/figures/quarter.ts";
import { stepsInto } from "#lib/figures/reckoning.ts";
import { longDay } from "#lib/language/moments.ts";

type Looks = { list: List; asked: Asked & { running: boolean }; network?: string; actor: Actor; address: string };

/** A number of the picture as the rows it counts, the latest first. */
export async function PictureList({ list, asked, network, actor, address }: Looks) {
  const [locale, t, charts] = await Promise.all([getLocale(), getTranslations("picture"), getTranslations("charts")]);
  const total = await totalOf(list, asked);
  return (
    <Stack gap="large">
      <Stack>
        <Heading level={1} size={3}>{total}</Heading>
        <Lead>{[longQuarter(locale, asked.quarter) + (asked.running ? ` ${charts("soFar")}` : ""), network ?? t("all")].join(" · ")}</Lead>
        <Small>{t("noWords")}</Small>
      </Stack>
      {list.rows.length === 0 ? (
        <Empty icon="info" title={t("emptyTitle")}>{t("emptyText")}</Empty>
      ) : (
        <Card>
          <Rows label={total}><ListedRows list={list} asked={asked} timeZone={actor.place.timeZone} /></Rows>
        </Card>
      )}
      {list.next && <LinkButton kind="quiet" href={`${address}&after=${list.next}`}>{t("more")}</LinkButton>}
    </Stack>
  );
}

/** The number that was clicked, in a sentence of its own. */
async function totalOf(list: List, { figure }: Asked): Promise<string> {
  const [t, format] = await Promise.all([getTranslations("picture.totals"), getFormatter()]);
  if (figure === "visits" || figure === "children" || figure === "minutes") {
    const [inAll, activities] = list.of === "activities" ? [list[figure], list.total] : [0, 0];
    return figure === "minutes" ? t("minutes", { hours: format.number(inAll / 60, { maximumFractionDigits: 1 }), activities }) : t(figure, { count: inAll, activities });
  }
  if (figure === "answered_in_time") return t(figure, { count: list.of === "ideas" ? list.kept : 0, base: list.total });
  return t(figure, { count: list.total });
}

async function ListedRows({ list, asked, timeZone }: { list: List; asked: Asked; timeZone: string }) {
  const [locale, t, format] = await Promise.all([getLocale(), getTranslations("picture"), getFormatter()]);
  const day = (moment: Date) => longDay(locale, moment, timeZone);
  if (list.of === "ideas") {
    return list.rows.map((idea) => (
      <RowItem key={idea.id}>
        <Row>
          <Heading level={2} size={1}>{t("idea", { number: idea.number })}</Heading>
          {idea.adopted && <Tag tone="moss">{t("adopted")}</Tag>}
          {idea.notNow && <Tag>{t("notNow")}</Tag>}
          {!idea.answered && <Tag tone="amber">{t(idea.overdue ? "late" : "waits")}</Tag>}
          {asked.figure === "answered_in_time" && idea.answered && <Tag tone={idea.inTime ? "moss" : "amber"}>{t(idea.inTime ? "inTime" : "tooLate")}</Tag>}
        </Row>
        <Small>{[idea.network, t("saidOn", { day: day(idea.at) }), idea.answered && t("answeredOn", { day: day(idea.answered) })].filter(Boolean).join(" · ")}</Small>
      </RowItem>
    ));
  }
  if (list.of === "projects") {
    return list.rows.map((project) => (
      <RowItem key={project.id}>
        <Row>
          <Heading level={2} size={1} lang={project.language}>{project.title}</Heading>
          <Tag>{t(`states.${stepsInto[project.step]}`)}</Tag>
        </Row>
        <Small>{[t("project", { number: project.number }), project.network, t("since", { day: day(project.at) })].join(" · ")}</Small>
      </RowItem>
    ));
  }
  return list.rows.map((activity) => (
    <RowItem key={activity.id}>
      <Heading level={2} size={1} lang={activity.language}>{activity.title}</Heading>
      <Small>
        {[
          longDay(locale, activity.at, "Etc/UTC"), activity.network, t("visits", { count: activity.visits }), activity.children > 0 && t("children", { count: activity.children }),
          t("hours", { hours: format.number(activity.minutes / 60, { maximumFractionDigits: 1 }) }),
        ].filter(Boolean).join(" · ")}
      </Small>
    </RowItem>
  ));
}
