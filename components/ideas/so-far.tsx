import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Row } from "#components/ui/layout.tsx";
import { Small, Words } from "#components/ui/text.tsx";

/** What the earlier step said, and the way back to it. */
export async function SoFar({ draft, path }: { draft: { what: string }; path: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("propose")]);
  return (
    <div className="rounded-field border border-line bg-surface px-3 py-2">
      <Row spread>
        <Small>{t("yourIdea")}</Small>
        <LinkButton kind="plain" href={`/${locale}${path}/what`}>{t("change")}</LinkButton>
      </Row>
      <Words><span className="line-clamp-3">{draft.what}</span></Words>
    </div>
  );
}
