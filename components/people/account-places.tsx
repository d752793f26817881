import { getLocale, getTranslations } from "next-intl/server";
import { Empty } from "#components/ui/empty.tsx";
import { Form } from "#components/ui/form.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Home } from "#lib/access/own-account.ts";
import { wayInto } from "#lib/people/account.ts";
import { acceptPlace } from "#lib/people/actions.ts";

/** Everywhere somebody has roles, each with the way in; where they were invited, with the way to say yes. */
export async function AccountPlaces({ homes }: { homes: Home[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  if (!homes.length) return <Empty title={t("account.noPlaces")}>{t("account.noPlacesText")}</Empty>;
  return (
    <>
      <Small>{t("account.placesText")}</Small>
      <Rows label={t("account.placesTitle")}>
        {homes.map(({ id, joined, door, slug, name, roles }) => (
          <RowItem key={id}>
            {joined ? <a href={`/${locale}${wayInto({ door, slug })}`} className="inline-flex min-h-target items-center font-strong">{name}</a> : <Row spread><span className="font-strong">{name}</span><Tag tone="amber">{t("account.invited")}</Tag></Row>}
            <Small>{roles.map((role) => (role === "visitor" || role === "participant" ? "" : t(`nav.${role}`))).join(", ")}</Small>
            {!joined && (
              <Form deed={acceptPlace} hidden={{ language: locale, place: id }} problem={t("forms.problem")} unreachable={t("forms.unreachable")}>
                <p>{t("account.invitedText")}</p>
                <Send kind="quiet" label={t("account.accept", { place: name })} sendingLabel={t("forms.sending")} />
              </Form>
            )}
          </RowItem>
        ))}
      </Rows>
    </>
  );
}
