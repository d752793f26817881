import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { connection } from "next/server";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { direction } from "#lib/language/languages.ts";
import "./globals.css";

export { viewport, metadata } from "./window.ts";

export default async function Root({ children }: { children: ReactNode }) {
  await connection(); // a page made at build time has no nonce, and the browser would refuse its scripts
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  return (
    <html lang={locale} dir={direction(locale)}>
      <body data-fault={JSON.stringify({ title: t("fault.title"), text: t("fault.text"), again: t("fault.again") })}>
        <SkipLink label={t("product.skip")} />
        {children}
      </body>
    </html>
  );
}
