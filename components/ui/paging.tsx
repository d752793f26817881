import { getTranslations } from "next-intl/server";
import { LinkButton } from "./button.tsx";
import { Row } from "./layout.tsx";

/** Below a list that goes on: the way to its next page, and from a later page back to the first. Nothing where all of it is shown. */
export async function Paging({ next, first }: { next?: string | false | null; first?: string | false }) {
  if (!next && !first) return null;
  const t = await getTranslations("paging");
  return (
    <Row>
      {next && <LinkButton kind="quiet" href={next}>{t("more")}</LinkButton>}
      {first && <LinkButton kind="plain" href={first}>{t("first")}</LinkButton>}
    </Row>
  );
}
