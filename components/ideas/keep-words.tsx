import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Big, Small } from "#components/ui/text.tsx";
import { env } from "#lib/env.ts";

/** The three words and two digits, to print, copy or write down; after a day only that they still work. */
export async function KeepWords({ words, forOthers, provider }: { words: string[] | null; forOthers: boolean; provider: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("ticket")]);
  if (!words) return <Small>{t("keptAlready")}</Small>;
  return (
    <Card tone="sea" labelledBy="words">
      <Heading level={2} size={1} id="words">{t("keepTitle")}</Heading>
      <Big>{words.join(" · ")}</Big>
      <p>{t(forOthers ? "keepTextFor" : "keepText")}</p>
      <p className="text-small wrap-anywhere">{t("slip", { address: `${env().APP_ORIGIN}/${locale}/at/${provider}/ticket` })}</p>
      <Row>
        <PrintButton kind="deed" label={t("print")} />
        <CopyButton text={words.join(" ")} label={t("copy")} copiedLabel={t("copied")} />
      </Row>
    </Card>
  );
}
