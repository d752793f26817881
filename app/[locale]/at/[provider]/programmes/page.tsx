import { getTranslations } from "next-intl/server";
import { InvitationCard } from "#components/programmes/invitation-card.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Page, Stack } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { invitations } from "#lib/programmes/queries.ts";
import { standing } from "#app/standing.tsx";

/** A leader sees which programmes have invited the house, reads what joining means, and answers. */
export default standing("invitations", async function ProgrammesPage({ params }: PageProps<"/[locale]/at/[provider]/programmes">) {
  const { provider } = await params;
  const actor = await enter(provider, "answer invitation");
  const [invited, t] = await Promise.all([within(actor, invitations), getTranslations("invitations")]);
  const facts = ["seen", "notSeen", "figures", "leaving"] as const;
  return (
    <Frame actor={actor} provider={provider} path={`/at/${provider}/programmes`} here="programmes">
      <Page>
        <Stack>
          <Heading level={1} size={3}>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </Stack>
        {invited.length === 0 && <Empty icon="inbox" title={t("noneTitle")}>{t("noneText")}</Empty>}
        {invited.map((invitation) => <InvitationCard key={invitation.programme.id} invitation={invitation} provider={provider} timeZone={actor.place.timeZone} />)}
        <Card labelledBy="meaning" tone="sunk">
          <Heading level={2} size={1} id="meaning">{t("meaningTitle")}</Heading>
          <ul className="list-disc space-y-1 ps-4">{facts.map((fact) => <li key={fact}>{t(`meaning.${fact}`)}</li>)}</ul>
        </Card>
      </Page>
    </Frame>
  );
});
