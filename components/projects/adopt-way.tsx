import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { LinkButton } from "#components/ui/button.tsx";

/** The way from an answered idea to a micro project. */
export async function AdoptWay({ href }: { href: string }) {
  const t = await getTranslations("projects");
  return (
    <Card labelledBy="adopting">
      <Heading level={2} size={1} id="adopting">{t("adoptTitle")}</Heading>
      <p>{t("adoptText")}</p>
      <LinkButton href={href}>{t("adoptWay")}</LinkButton>
    </Card>
  );
}
