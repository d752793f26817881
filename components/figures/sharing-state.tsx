import { getLocale, getTranslations } from "next-intl/server";
import { SharingStop } from "#components/figures/sharing-forms.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Small } from "#components/ui/text.tsx";
import type { SharingSeen } from "#lib/figures/sharing-page.ts";

const looksOn = { title: "on", tag: "tagOn", tone: "moss", icon: "check" } as const;
const looksOff = { title: "off", tag: "tagOff", tone: "plain", icon: "pause" } as const;
const looksPaused = { title: "paused", tag: "tagPaused", tone: "amber", icon: "pause" } as const;

type SharingStateProps = { seen: SharingSeen; provider: string; /** A newer text waits for a yes: until then nothing is counted. */ paused: boolean; day: (moment: Date) => string };

/** Is it on, since when, for which region, and when were the figures last read? */
export async function SharingState({ seen: { sharing, region }, provider, paused, day }: SharingStateProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("sharing")]);
  const on = sharing?.state === "on";
  const looks = paused ? looksPaused : on ? looksOn : looksOff;
  return (
    <Card labelledBy="state">
      <Row>
        <Heading level={2} size={1} id="state">{t(looks.title)}</Heading>
        <Tag tone={looks.tone} icon={looks.icon}>{t(looks.tag)}</Tag>
      </Row>
      {sharing && on && <p>{t("since", { date: day(sharing.stateAt), version: String(sharing.textVersion) })}</p>}
      {paused && <p>{t("pausedText")}</p>}
      {!on && <p>{t(sharing ? "stopped" : "never")}</p>}
      {(on || sharing?.takenAt) && <Small>{sharing?.takenAt ? t("taken", { date: day(sharing.takenAt) }) : t("notTaken")}</Small>}
      {region ? <Small>{t("region", { region: region.name, code: region.code })}</Small> : <Notice tone="amber" title={t("noRegionTitle")}><p>{t("noRegionText")}</p></Notice>}
      <LinkButton kind="quiet" href={`/${locale}/regions${region ? `?region=${region.code}` : ""}`}>{t("see")}</LinkButton>
      {on && <SharingStop provider={provider} />}
    </Card>
  );
}
