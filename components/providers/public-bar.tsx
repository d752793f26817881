import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { Languages } from "#components/providers/languages.tsx";
import { Bar, Brand } from "#components/ui/bar.tsx";

/** The strip over a page that belongs to no provider. `path`: this page without its language, where it has an address in each. */
export async function PublicBar({ path, children }: { path?: string; children?: ReactNode }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("product")]);
  return <Bar brand={<Brand href={`/${locale}`} name={t("name")} />} end={path === undefined ? undefined : <>{children}<Languages path={path} /></>} />;
}
