import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small } from "#components/ui/text.tsx";

/** For leaders: how many wait, how many are late, and the way to the whole picture. */
export async function WaitingCounts({ counts, picture }: { counts: { waiting: number; late: number }; picture?: string }) {
  const t = await getTranslations("today");
  return (
    <Card labelledBy="counts">
      <Heading level={2} size={1} id="counts">{t("countTitle")}</Heading>
      <p className="text-2 font-bold">{t("countWaiting", { count: counts.waiting })}</p>
      {counts.waiting > 0 && <p>{t("countLate", { count: counts.late })}</p>}
      <Small>{t("countNote")}</Small>
      {picture && <LinkButton kind="quiet" href={picture}>{t("picture")}</LinkButton>}
    </Card>
  );
}
