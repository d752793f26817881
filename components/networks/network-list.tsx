import { getTranslations } from "next-intl/server";
import { Empty } from "#components/ui/empty.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import type { FocusGroup } from "#lib/networks/network.ts";

type Listed = { slug: string; name: string; place: string; focusGroup: string };

/** A provider's networks; each leads to its page, or to its first step of an idea (`to`). */
export async function NetworkList({ networks, home, to = "" }: { networks: Listed[]; home: string; to?: "" | "/propose" }) {
  const t = await getTranslations();
  if (networks.length === 0) return <Empty icon="place" title={t("provider.noNetworksTitle")}>{t("provider.noNetworksText")}</Empty>;
  return (
    <Rows label={t("provider.networksTitle")}>
      {networks.map((network) => (
        <RowItem key={network.slug}>
          <a href={`${home}/networks/${network.slug}${to}`} className="inline-flex min-h-target items-center font-strong">{network.name}</a>
          <Small>{network.place} · {t(`focusGroups.${network.focusGroup as FocusGroup}`)}</Small>
        </RowItem>
      ))}
    </Rows>
  );
}
