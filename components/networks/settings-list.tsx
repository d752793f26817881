import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { Small } from "#components/ui/text.tsx";
import { printedCode, type FocusGroup } from "#lib/networks/network.ts";
import type { ListedNetworks } from "#lib/networks/queries.ts";

/** A provider's networks with the codes of their posters; where there is none yet, the way to the first. */
export async function SettingsList({ networks, home, later }: { networks: ListedNetworks; home: string; later: boolean }) {
  const [t, groups] = await Promise.all([getTranslations("settings"), getTranslations("focusGroups")]);
  const make = `${home}/settings/networks/new`;
  if (networks.rows.length === 0 && !later) return <Empty icon="place" title={t("noneTitle")} action={<LinkButton href={make}>{t("makeFirst")}</LinkButton>}>{t("noneText")}</Empty>;
  return (
    <Card labelledBy="networks">
      <Heading level={2} size={1} id="networks">{t("networksTitle")}</Heading>
      <p>{t("networksText")}</p>
      <Rows label={t("networksTitle")}>
        {networks.rows.map(({ slug, name, place, focusGroup, code }) => (
          <RowItem key={slug}>
            <Row spread>
              <Heading level={3}>{name}</Heading>
              <span>{code ? t("code", { code: printedCode(code.code) }) : t("noCode")}</span>
            </Row>
            <Small>{place} · {groups(focusGroup as FocusGroup)}</Small>
            <Row>
              <LinkButton kind="quiet" href={`${home}/settings/networks/${slug}`} aria-label={`${t("change")}: ${name}`}>{t("change")}</LinkButton>
              <LinkButton kind="plain" href={`${home}/networks/${slug}/poster`} aria-label={`${t("poster")}: ${name}`}>{t("poster")}</LinkButton>
            </Row>
          </RowItem>
        ))}
      </Rows>
      <Paging next={networks.next && `${home}/settings?after=${networks.next}#networks`} first={later && `${home}/settings#networks`} />
      <LinkButton href={make}>{t("make")}</LinkButton>
    </Card>
  );
}
