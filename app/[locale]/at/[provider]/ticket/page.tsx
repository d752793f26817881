import { getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { TicketForm } from "#components/ideas/ticket-form.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";

type Props = PageProps<"/[locale]/at/[provider]/ticket">;

export default standing("ticket", async function TicketPage({ params }: Props) {
  const { provider } = await params;
  return drawn(provider, await enter(provider, "open ticket"));
}, async ({ params }: Props) => drawn((await params).provider));

async function drawn(provider: string, actor?: Actor) {
  const t = await getTranslations("ticket");
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/ticket`}>
      <Narrow>
        <Heading level={1}>{t("formTitle")}</Heading>
        <Lead>{t("formLead")}</Lead>
        <TicketForm provider={provider} />
      </Narrow>
    </Frame>
  );
}
