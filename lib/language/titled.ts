import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

type Titled = "landing" | "provider" | "network" | "poster" | "propose" | "ticket" | "today" | "idea" | "groups" | "demo" | "missing";

/** A page's title in the window and the history: what it is, never whose words are on it. */
export function titled(page: Titled): () => Promise<Metadata> {
  return async () => {
    const t = await getTranslations();
    return { title: `${t(`${page}.title`)} · ${t("product.name")}` };
  };
}
