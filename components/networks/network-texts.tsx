import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import { contentLanguage } from "#lib/language/languages.ts";
import { languageName } from "#lib/language/moments.ts";

type Texts = { language: string; origin: string; welcome: string; houseRules: string; whoSees: string };

/** Who we are, how we treat each other, who sees what. */
export async function NetworkTexts({ texts }: { texts?: Texts }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("network")]);
  if (!texts) return null;
  const parts = [["weAre", texts.welcome], ["rulesTitle", texts.houseRules], ["seesTitle", texts.whoSees]] as const;
  return (
    <Card>
      {parts.map(([title, words]) => (
        <section key={title} className="space-y-1">
          <Heading level={2} size={1}>{t(title)}</Heading>
          <Words lang={texts.language}>{words}</Words>
        </section>
      ))}
      {texts.language !== contentLanguage(locale) && <Small>{t("otherLanguage", { language: languageName(locale, texts.language) })}</Small>}
      {texts.origin === "translated" && <Small>{t("translated")}</Small>}
    </Card>
  );
}
