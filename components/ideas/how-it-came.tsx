import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Heading } from "#components/ui/heading.tsx";
import type { IdeaToRead } from "#lib/ideas/queries.ts";
import { longDay } from "#lib/language/moments.ts";

/** When, where, who spoke, who typed, and whether it was read back. */
export async function HowItCame({ idea, timeZone }: { idea: IdeaToRead; timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations("idea"), getLocale()]);
  const facts = [
    { term: t("when"), value: longDay(locale, idea.createdAt, timeZone) },
    { term: t("network"), value: idea.network.name },
    { term: t("who"), value: who() },
    ...(idea.typist ? [{ term: t("typist"), value: idea.typist.name }] : []),
    ...(idea.readBack ? [{ term: t("readBack"), value: readBack() }] : []),
  ];
  return (
    <Card labelledBy="came">
      <Heading level={2} size={1} id="came">{t("aboutTitle")}</Heading>
      <Facts facts={facts} />
    </Card>
  );

  function who(): string {
    const heads = idea.heads ?? 0;
    if (idea.spoke === "group") return idea.group ? t("whoNamedGroup", { name: idea.group.name, heads }) : t("whoGroup", { heads });
    return idea.spoke === "person" ? t("whoPerson") : t("whoSelf");
  }
  function readBack(): string {
    if (idea.readBack === "not possible") return t("readBackNotPossible", { reason: idea.readBackReason ?? "" });
    return idea.readBack === "corrected" ? t("readBackCorrected") : t("readBackYes");
  }
}
