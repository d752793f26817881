import { getLocale, getTranslations } from "next-intl/server";
import { networkLanguageOptions } from "#components/networks/settings-card-fields.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Choice } from "#components/ui/field.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { languageName } from "#lib/language/moments.ts";

type TextsProps = { texts: { language: string; origin: string }[]; here: string };

/** In which languages a network has texts, and the way to those in a further one. */
export async function SettingsTexts({ texts, here }: TextsProps) {
  const [locale, t, forms] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("forms")]);
  return (
    <Card labelledBy="texts">
      <Heading level={2} size={1} id="texts">{t("textsHeading")}</Heading>
      <p>{t("furtherText")}</p>
      <Rows label={t("textsHeading")}>
        {texts.map(({ language, origin }) => (
          <RowItem key={language}>
            <Row spread>
              <Row>
                <span className="font-strong">{languageName(locale, language)}</span>
                {origin === "translated" && <Tag>{t("isTranslated")}</Tag>}
              </Row>
              <LinkButton kind="quiet" href={`${here}/texts?speaks=${language}`} aria-label={`${t("change")}: ${languageName(locale, language)}`}>{t("change")}</LinkButton>
            </Row>
          </RowItem>
        ))}
      </Rows>
      <form action={`${here}/texts`} method="get" className="space-y-3">
        <Choice name="speaks" label={t("furtherLanguage")} options={await networkLanguageOptions(texts.map(({ language }) => language))} empty={forms("choose")} />
        <Button kind="quiet">{t("addTexts")}</Button>
      </form>
    </Card>
  );
}
