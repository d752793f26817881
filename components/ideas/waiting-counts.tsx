import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small } from "#components/ui/text.tsx";

/** For leaders: how many wait, how many are late. */
export async function WaitingCounts({ counts }: { counts: { waiting: number; late: number } }) {
  const t = await getTranslations("today");
  return (
    <Card labelledBy="counts">
      <Heading level={2} size={1} id="counts">{t("countTitle")}</Heading>
      <p className="text-2 font-bold">{t("countWaiting", { count: counts.waiting })}</p>
      {counts.waiting > 0 && <p>{t("countLate", { count: counts.late })}</p>}
      <Small>{t("countNote")}</Small>
    </Card>
  );
}
