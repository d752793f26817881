import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Letter } from "#lib/mail/deliver.ts";

/** Letters as they would have gone out, their addresses to follow. */
export async function LaidLetters({ letters }: { letters: (Letter & { name: string })[] }) {
  const t = await getTranslations("mail");
  return letters.map(({ name, to, subject, text }) => (
    <Card key={name}>
      <Heading level={2} size={1}>{subject}</Heading>
      <Small>{t("to", { address: to })}</Small>
      <div dir="auto" className="whitespace-pre-line wrap-anywhere">{withLinks(text)}</div>
    </Card>
  ));
}

function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, at) => (/^https?:\/\//.test(part) ? <a key={at} href={part} className="inline-block min-h-target py-1">{part}</a> : part));
}
