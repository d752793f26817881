import { getTranslations } from "next-intl/server";
import { Tag } from "#components/ui/tag.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { daysLeft } from "#lib/ideas/idea.ts";

/** How long an answer may still take, in words; the colour only helps to find it again. */
export async function Clock({ dueAt, actor }: { dueAt: Date; actor: Actor }) {
  const t = await getTranslations("today");
  const days = daysLeft(dueAt, actor.at, actor.place.timeZone);
  if (days < 0) return <Tag tone="berry" icon="clock">{t("daysLate", { days: -days })}</Tag>;
  return <Tag tone={days <= 3 ? "berry" : days <= 10 ? "amber" : "plain"} icon="clock">{t("daysLeft", { days })}</Tag>;
}
