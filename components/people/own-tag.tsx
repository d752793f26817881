import { getLocale, getTranslations } from "next-intl/server";
import { Tag } from "#components/ui/tag.tsx";
import type { Actor } from "#lib/access/actor.ts";

/** Who is signed in here and as what; leads to the account. */
export async function OwnTag({ actor }: { actor: Actor }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("nav")]);
  return (
    <a href={`/${locale}/account`} title={t("account")} className="inline-flex min-h-target items-center">
      <Tag tone="sea">{actor.name} · {actor.roles.flatMap((role) => (role === "visitor" || role === "participant" ? [] : [t(role)])).join(", ")}</Tag>
    </a>
  );
}
