import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import type english from "#messages/en.json";
import { contentLanguage } from "./languages.ts";
import { pseudo } from "./pseudo.ts";
import { routing } from "./routing.ts";

type Catalogue = typeof english;

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  const { default: messages } = (await import(`../../messages/${contentLanguage(locale)}.json`)) as { default: Catalogue };
  return { locale, messages: pseudo(locale, messages), timeZone: "Etc/UTC" };
});
