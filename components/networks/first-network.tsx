import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";

/** While a provider has no network: the administrator is led to the first, everybody else who works there is told what comes. */
export async function FirstNetwork({ home, mayMake }: { home: string; mayMake: boolean }) {
  const [t, settings] = await Promise.all([getTranslations("settings.empty"), getTranslations("settings")]);
  if (!mayMake) return <Empty icon="place" title={t("othersTitle")}>{t("othersText")}</Empty>;
  return <Empty icon="place" title={t("adminTitle")} action={<LinkButton href={`${home}/settings/networks/new`}>{settings("makeFirst")}</LinkButton>}>{t("adminText")}</Empty>;
}
