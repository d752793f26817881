import { getLocale, getTranslations } from "next-intl/server";
import { Heading } from "#components/ui/heading.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { promisedBy } from "#lib/ideas/idea.ts";
import type { OwnIdea } from "#lib/ideas/queries.ts";
import { longDay } from "#lib/language/moments.ts";

/** The one sentence that matters: thank you and by when, or here is the answer, or that we are late. */
export async function TicketHead({ idea, actor }: { idea: OwnIdea; actor: Actor }) {
  const [t, locale] = await Promise.all([getTranslations("ticket"), getLocale()]);
  const due = promisedBy(idea.createdAt, actor.place.timeZone);
  const date = longDay(locale, due, actor.place.timeZone);
  if (idea.answer) return <Heading level={1}>{t("answered")}</Heading>;
  if (due < actor.at) return <Heading level={1}>{t("late", { date, contact: idea.network.contact.name })}</Heading>;
  return (
    <>
      <Tag tone="moss" icon="check">{t("sent")}</Tag>
      <Heading level={1}>{idea.words ? t("thanks", { date }) : t("waiting", { date })}</Heading>
    </>
  );
}
