import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Small, Words } from "#components/ui/text.tsx";
import type { FormerTexts } from "#lib/networks/settings.ts";

/** What a network's texts said before, until when, and who changed them. */
export async function SettingsFormer({ former, speaks, day }: { former: FormerTexts; speaks: string; day: (moment: Date) => string }) {
  const t = await getTranslations("settings");
  if (former.length === 0) return null;
  return (
    <Card labelledBy="former" tone="sunk">
      <Heading level={2} size={1} id="former">{t("former")}</Heading>
      <Rows label={t("former")}>
        {former.map(({ version, replacedAt, replacer, welcome, houseRules, whoSees }) => (
          <RowItem key={version}>
            <Small>{t("formerUntil", { date: day(replacedAt), by: replacer.name })}</Small>
            {[welcome, houseRules, whoSees].map((words, at) => <Words key={at} lang={speaks}>{words}</Words>)}
          </RowItem>
        ))}
      </Rows>
    </Card>
  );
}
