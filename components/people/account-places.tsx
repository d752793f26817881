import { getLocale, getTranslations } from "next-intl/server";
import { Empty } from "#components/ui/empty.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Home } from "#lib/access/own-account.ts";

/** Everywhere somebody has roles, each with the way in. */
export async function AccountPlaces({ homes }: { homes: Home[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  if (!homes.length) return <Empty title={t("account.noPlaces")}>{t("account.noPlacesText")}</Empty>;
  return (
    <>
      <Small>{t("account.placesText")}</Small>
      <Rows label={t("account.placesTitle")}>
        {homes.map(({ door, slug, name, roles }) => (
          <RowItem key={`${door} ${slug}`}>
            <a href={door === "provider" ? `/${locale}/at/${slug}/today` : `/${locale}/programme/${slug}`} className="inline-flex min-h-target items-center font-strong">{name}</a>
            <Small>{roles.map((role) => (role === "visitor" || role === "participant" ? "" : t(`nav.${role}`))).join(", ")}</Small>
          </RowItem>
        ))}
      </Rows>
    </>
  );
}
