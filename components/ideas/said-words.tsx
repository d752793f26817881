import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Words } from "#components/ui/text.tsx";

type Said = { what: string; forWhom: string; weHave: string; language: string };

/** An idea in the words it was said in. */
export async function SaidWords({ idea, heading }: { idea: Said; heading?: string }) {
  const t = await getTranslations("ticket");
  const parts = [["what", idea.what], ["forWhom", idea.forWhom], ["weHave", idea.weHave]] as const;
  return (
    <Card labelledBy="said">
      <Heading level={2} size={1} id="said">{heading ?? t("wordsTitle")}</Heading>
      <Facts facts={parts.filter(([, words]) => words !== "").map(([part, words]) => ({ term: t(part), value: <Words lang={idea.language}>{words}</Words> }))} />
    </Card>
  );
}
