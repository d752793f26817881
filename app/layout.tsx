import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { connection } from "next/server";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { direction } from "#lib/language/languages.ts";
import { trustedScripts } from "./trusted-scripts.ts";
import "./globals.css";

export { viewport, metadata } from "./window.ts";

export default async function Root({ children }: { children: ReactNode }) {
  await connection(); // a page made at build time has no nonce, and the browser would refuse its scripts
  const [locale, t, asked] = await Promise.all([getLocale(), getTranslations(), headers()]);
  return (
    <html lang={locale} dir={direction(locale)}>
      <head>
        <script nonce={asked.get("x-nonce") ?? undefined}>{trustedScripts}</script>
      </head>
      <body data-fault={JSON.stringify({ title: t("fault.title"), text: t("fault.text"), number: t("fault.number"), again: t("fault.again") })}>
        <SkipLink label={t("product.skip")} />
        {children}
      </body>
    </html>
  );
}
