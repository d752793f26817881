import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import { contentLanguage } from "#lib/language/languages.ts";
import { languageName, longDay } from "#lib/language/moments.ts";

type Answer = { text: string; language: string; writtenAt: Date; author: { name: string } };

/** The answer as its reader sees it: the words, from whom, since when. */
export async function OwnAnswer({ answer, notNow, timeZone }: { answer: Answer; notNow: boolean; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("ticket")]);
  return (
    <Card labelledBy="answer">
      <Row>
        <Heading level={2} size={1} id="answer">{t("answerTitle")}</Heading>
        {notNow && <Tag tone="amber">{t("notNow")}</Tag>}
      </Row>
      <Words lang={answer.language}>{answer.text}</Words>
      <Small>{t("answerBy", { name: answer.author.name, date: longDay(locale, answer.writtenAt, timeZone) })}</Small>
      {answer.language !== contentLanguage(locale) && <Small>{t("answerLanguage", { language: languageName(locale, answer.language) })}</Small>}
    </Card>
  );
}
