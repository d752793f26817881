import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { addressOf, RegionChoice } from "#lib/regions/choice.ts";

type Search = Record<string, string | string[] | undefined>;

/** What has just been done here; a comparison that was forgotten is one click from being kept anew. */
export async function ProgrammeNews({ search, programme }: { search: Search; programme: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("programme")]);
  if (search.kept) return <Notice tone="moss" role="status">{t("kept")}</Notice>;
  if (search.invited === "provider") return <Notice tone="moss" role="status">{t("providerInvited")}</Notice>;
  if (search.invited === "partner") return <Notice tone="moss" role="status">{t("partnerInvited")}</Notice>;
  if (search.person === "suspended" || search.person === "restored") return <Notice tone="moss" role="status">{t(search.person === "suspended" ? "personSuspended" : "personRestored")}</Notice>;
  if (!search.forgotten) return null;
  const choice = RegionChoice.safeParse({ regions: [search.region].flat().join(","), indicator: search.indicator, first: search.first, last: search.last });
  return (
    <Notice role="status">
      <p>{t("forgotten")}</p>
      {choice.success && <LinkButton kind="plain" href={`/${locale}/regions${addressOf(choice.data, programme)}`}>{t("keepAgain")}</LinkButton>}
    </Notice>
  );
}
