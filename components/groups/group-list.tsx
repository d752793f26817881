import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import type { ListedGroups } from "#lib/groups/queries.ts";
import { languageName } from "#lib/language/moments.ts";

/** The groups of a provider, active ones first. */
export async function GroupList({ groups, home, later }: { groups: ListedGroups; home: string; later: boolean }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("groups")]);
  if (groups.rows.length === 0 && !later) return <Empty icon="people" title={t("noneTitle")}>{t("noneText")}</Empty>;
  return (
    <Card labelledBy="list">
      <Heading level={2} size={1} id="list">{t("listTitle")}</Heading>
      <Rows label={t("listTitle")}>
        {groups.rows.map((group) => (
          <RowItem key={group.id}>
            <Row spread>
              <Heading level={3} lang={group.language}>{group.name}</Heading>
              {group.state === "resting" && <Tag icon="pause">{t("resting")}</Tag>}
            </Row>
            <Small>{[group.network.name, t("about", { count: group.aboutSize }), languageName(locale, group.language), t("contact", { name: group.contact.name })].join(" · ")}</Small>
            <LinkButton kind="quiet" href={`${home}/groups/${group.id}`} aria-label={`${t("change")}: ${group.name}`}>{t("change")}</LinkButton>
          </RowItem>
        ))}
      </Rows>
      <Paging next={groups.next && `${home}/groups?after=${groups.next}#list`} first={later && `${home}/groups#list`} />
    </Card>
  );
}
