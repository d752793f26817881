import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row, RowItem, Rows } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import type { IdeaToRead } from "#lib/ideas/queries.ts";
import { longDay } from "#lib/language/moments.ts";

type Answer = NonNullable<IdeaToRead["answer"]>;

/** The answer as it stands, and its former texts. */
export async function GivenAnswer({ answer, notNow, timeZone }: { answer: Answer; notNow: boolean; timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations("idea"), getLocale()]);
  const by = ({ author, writtenAt }: { author: { name: string }; writtenAt: Date }) => t("by", { name: author.name, date: longDay(locale, writtenAt, timeZone) });
  return (
    <Card labelledBy="given">
      <Row>
        <Heading level={2} size={1} id="given">{t("answerTitle")}</Heading>
        {notNow ? <Tag tone="amber">{t("notNow")}</Tag> : <Tag tone="moss" icon="check">{t("given")}</Tag>}
      </Row>
      <Words lang={answer.language}>{answer.text}</Words>
      <Small>{by(answer)}</Small>
      {answer.versions.length > 0 && (
        <details>
          <summary className="inline-flex min-h-target cursor-pointer items-center text-sea underline">{t("formerTitle")}</summary>
          <Rows label={t("formerTitle")}>
            {answer.versions.map((former) => (
              <RowItem key={former.version}>
                <Words lang={former.language}>{former.text}</Words>
                <Small>{by(former)}</Small>
              </RowItem>
            ))}
          </Rows>
        </details>
      )}
    </Card>
  );
}
