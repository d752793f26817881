import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";
import { Words } from "#components/ui/text.tsx";
import { longDay } from "#lib/language/moments.ts";
import type { OwnPage } from "#lib/ideas/own.ts";

/** What is there for this person now: an idea begun and not sent, an answer to read, and what still waits. */
export async function OwnWaits({ own, home, timeZone }: { own: OwnPage; home: string; timeZone: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("me")]);
  const fresh = own.ideas.filter((idea) => idea.fresh);
  const [waiting, late] = (["waiting", "late"] as const).map((state) => own.ideas.filter((idea) => idea.state === state));
  const first = waiting?.at(-1); // the oldest is answered first
  const nothing = fresh.length + own.drafts.length + (waiting?.length ?? 0) + (late?.length ?? 0) === 0;
  return (
    <Card labelledBy="waits" tone="sea">
      <Heading level={2} size={1} id="waits">{t("waitsTitle")}</Heading>
      {nothing && <p>{t("nothingWaits")}</p>}
      <Rows label={t("waitsTitle")}>
        {own.drafts.map((draft) => (
          <RowItem key={draft.id}>
            <p className="font-strong">{t("draft")}</p>
            <LinkButton href={`${home}/networks/${draft.network.slug}/propose/${draft.id}/${draft.forWhom === null ? "for-whom" : "we-have"}`}>{t("goOn")}</LinkButton>
          </RowItem>
        ))}
        {fresh.map((idea) => (
          <RowItem key={idea.id}>
            <p className="font-strong">{t("newAnswer")}</p>
            <Words lang={idea.language}><span className="line-clamp-2">{idea.what}</span></Words>
            <LinkButton href={`${home}/ticket/${idea.id}`} aria-label={`${t("readAnswer")}: ${idea.what.slice(0, 60)}`}>{t("readAnswer")}</LinkButton>
          </RowItem>
        ))}
        {late && late.length > 0 && <RowItem>{t("stillLate", { count: late.length })}</RowItem>}
        {first && <RowItem>{t("stillWaits", { count: waiting?.length ?? 0, date: longDay(locale, first.dueAt, timeZone) })}</RowItem>}
      </Rows>
    </Card>
  );
}
