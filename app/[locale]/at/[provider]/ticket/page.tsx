import { getTranslations } from "next-intl/server";
import { TicketForm } from "#components/ideas/ticket-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { enter } from "#lib/access/enter.ts";
import { titled } from "#lib/language/titled.ts";

export const generateMetadata = titled("ticket");

export default async function TicketPage({ params }: PageProps<"/[locale]/at/[provider]/ticket">) {
  const { provider } = await params;
  const [actor, t] = await Promise.all([enter(provider, "open ticket"), getTranslations("ticket")]);
  return (
    <Frame actor={actor} path={`/at/${provider}/ticket`}>
      <Narrow>
        <Heading level={1}>{t("formTitle")}</Heading>
        <Lead>{t("formLead")}</Lead>
        <TicketForm provider={provider} />
      </Narrow>
    </Frame>
  );
}
