import type { ReactNode } from "react";
import { hasLocale } from "next-intl";
import { notFound } from "next/navigation";
import { routing } from "#lib/language/routing.ts";

export default async function InALanguage({ children, params }: { children: ReactNode; params: Promise<{ locale: string }> }) {
  if (!hasLocale(routing.locales, (await params).locale)) notFound();
  return children;
}
