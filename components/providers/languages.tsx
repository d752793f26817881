import { getLocale, getTranslations } from "next-intl/server";
import { LanguageSwitch } from "#components/ui/language-switch.tsx";
import { routing } from "#lib/language/routing.ts";

/** This page in every language; each name in its own. */
export async function Languages({ path }: { path: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  return (
    <LanguageSwitch
      label={t("product.language")}
      languages={routing.locales.map((language) => ({ href: `/${language}${path}`, label: t(`languages.${language as "en"}`), lang: language, current: language === locale }))}
    />
  );
}
