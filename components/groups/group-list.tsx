import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import type { ListedGroup } from "#lib/groups/queries.ts";
import { languageName } from "#lib/language/moments.ts";

/** The groups of a provider, active ones first. */
export async function GroupList({ groups, home }: { groups: ListedGroup[]; home: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("groups")]);
  if (groups.length === 0) return <Empty icon="people" title={t("noneTitle")}>{t("noneText")}</Empty>;
  return (
    <Card labelledBy="list">
      <Heading level={2} size={1} id="list">{t("listTitle")}</Heading>
      <Rows label={t("listTitle")}>
        {groups.map((group) => (
          <RowItem key={group.id}>
            <Row spread>
              <Heading level={3} lang={group.language}>{group.name}</Heading>
              {group.state === "resting" && <Tag icon="pause">{t("resting")}</Tag>}
            </Row>
            <Small>{[group.network, t("about", { count: group.aboutSize }), languageName(locale, group.language), t("contact", { name: group.contact.name })].join(" · ")}</Small>
            <LinkButton kind="quiet" href={`${home}/groups/${group.id}`} aria-label={`${t("change")}: ${group.name}`}>{t("change")}</LinkButton>
          </RowItem>
        ))}
      </Rows>
    </Card>
  );
}
