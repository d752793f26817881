import { getLocale, getTranslations } from "next-intl/server";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";

/** One answer for "not yours", "not there" and "not any more". */
export async function Missing() {
  const [locale, t, product] = await Promise.all([getLocale(), getTranslations("missing"), getTranslations("product")]);
  return (
    <>
      <title>{`${t("title")} · ${product("name")}`}</title>
      <PublicBar />
      <Narrow>
        <Heading level={1} size={3}>{t("headline")}</Heading>
        <Lead>{t("text")}</Lead>
        <LinkButton href={`/${locale}`}>{t("home")}</LinkButton>
      </Narrow>
    </>
  );
}
