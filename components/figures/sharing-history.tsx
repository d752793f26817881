import { getTranslations } from "next-intl/server";
import { Unfold } from "#components/figures/region-unfold.tsx";
import { SharingText } from "#components/figures/sharing-text.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { AgreedText, SharingSeen } from "#lib/figures/sharing-page.ts";

type SharingHistoryProps = { steps: SharingSeen["sharingSteps"]; former: readonly AgreedText[]; day: (moment: Date) => string };

/** Who switched sharing on and off, the latest first, and the texts of that time. */
export async function SharingHistory({ steps, former, day }: SharingHistoryProps) {
  const t = await getTranslations("sharing");
  return (
    <Card labelledBy="history">
      <Heading level={2} size={1} id="history">{t("historyTitle")}</Heading>
      {steps.length === 0 ? <p>{t("historyEmpty")}</p> : (
        <Timeline
          label={t("historyTitle")}
          moments={steps.map(({ step, at, textVersion, member }) => ({
            when: day(at), tone: step === "on" ? "moss" : "plain",
            text: <p>{step === "on" ? t("stepOn", { name: member.name, version: String(textVersion) }) : t("stepOff", { name: member.name })}</p>,
          }))}
        />
      )}
      {former.map((text) => <Unfold key={text.version} label={t("formerText", { version: String(text.version) })}><SharingText text={text} /></Unfold>)}
    </Card>
  );
}
