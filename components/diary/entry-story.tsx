import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Small } from "#components/ui/text.tsx";
import { Theirs } from "#components/ui/theirs.tsx";
import { changeActivity } from "#lib/diary/actions.ts";
import type { EntryToChange } from "#lib/diary/queries.ts";
import { longDay } from "#lib/language/moments.ts";
import { entryTexts } from "./entry-texts.ts";
import { EntryWords } from "./entry.tsx";

/** An entry's former texts, each with a way to put it back, and what happened to it. */
export async function EntryStory({ entry, provider, timeZone }: { entry: EntryToChange; provider: string; timeZone: string }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("diary"), getTranslations("forms")]);
  const by = ({ name }: { name: string }, moment: Date) => t("by", { name, date: longDay(language, moment, timeZone) });
  return (
    <Card labelledBy="story">
      <Heading level={2} size={1} id="story">{t("storyTitle")}</Heading>
      <ul role="list" className="space-y-1">{entry.steps.map(({ id, step, at, member }) => <li key={id}>{t(`steps.${step as "logged"}`)} · {by(member, at)}</li>)}</ul>
      {entry.versions.length > 0 && <Heading level={3}>{t("former")}</Heading>}
      <Rows label={t("former")}>
        {entry.versions.map((former) => (
          <RowItem key={former.version}>
            <EntryWords entry={former} />
            <Small>{by(former.author, former.writtenAt)}</Small>
            {entry.state === "logged" && (
              <Form deed={changeActivity} hidden={{ provider, language, activity: entry.id, ...entryTexts(former) }} problem={forms("problem")} unreachable={forms("unreachable")}>
                <Theirs label={t("theirs")} replace={t("replace")} version={entry.version} />
                <Send kind="quiet" label={t("putTextBack")} sendingLabel={forms("sending")} />
              </Form>
            )}
          </RowItem>
        ))}
      </Rows>
    </Card>
  );
}
