import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { RowItem, Rows } from "#components/ui/layout.tsx";

/** For somebody with nothing on this device: what would stand here, and the two ways to it. */
export async function OwnNone({ home }: { home: string }) {
  const t = await getTranslations("me");
  return (
    <Card labelledBy="none">
      <Heading level={2} size={1} id="none">{t("noneTitle")}</Heading>
      <p>{t("noneText")}</p>
      <Rows>
        <RowItem>
          <p>{t("wayTicket")}</p>
          <LinkButton href={`${home}/ticket`}>{t("wayTicketButton")}</LinkButton>
        </RowItem>
        <RowItem>
          <p>{t("wayNetwork")}</p>
          <LinkButton kind="quiet" href={home}>{t("wayNetworkButton")}</LinkButton>
        </RowItem>
      </Rows>
    </Card>
  );
}
