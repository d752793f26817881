import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";

/** The other way in, as it is done in earnest: by a letter. */
export async function LettersCard() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("demo")]);
  return (
    <Card tone="sunk" labelledBy="letters">
      <Heading level={2} size={1} id="letters">{t("letters")}</Heading>
      <p>{t("lettersText")}</p>
      <Row>
        <LinkButton kind="quiet" href={`/${locale}/sign-in`}>{t("signIn")}</LinkButton>
        <LinkButton kind="quiet" href="/demo/mail">{t("lettersWay")}</LinkButton>
      </Row>
    </Card>
  );
}
