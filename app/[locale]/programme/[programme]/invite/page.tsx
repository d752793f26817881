import { getLocale, getTranslations } from "next-intl/server";
import { ProgrammeFrame } from "#components/programmes/frame.tsx";
import { InvitePartnerForm } from "#components/programmes/invite-partner-form.tsx";
import { InviteProviderForm } from "#components/programmes/invite-provider-form.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page } from "#components/ui/layout.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { withinProgramme } from "#lib/data/within.ts";
import { providersToInvite } from "#lib/programmes/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/programme/[programme]/invite">;

/** A manager invites providers into the programme, and people to work in it. */
export default standing("programme", async function InvitePage({ params }: Props) {
  const { programme } = await params;
  const actor = await enter(programme, "invite provider", "programme");
  return drawn(programme, { actor, providers: await withinProgramme(actor, providersToInvite) });
}, async ({ params }: Props) => drawn((await params).programme));

async function drawn(programme: string, seen?: { actor: Actor; providers: Awaited<ReturnType<typeof providersToInvite>> }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("programme")]);
  return (
    <ProgrammeFrame actor={seen?.actor} programme={programme} path={`/programme/${programme}/invite`} here="invite">
      <Page>
        <LinkButton kind="plain" href={`/${locale}/programme/${programme}`}>{t("back")}</LinkButton>
        <Heading level={1} size={3}>{t("invite")}</Heading>
        <Grid wide>
          <Card labelledBy="provider">
            <Heading level={2} size={1} id="provider">{t("inviteProviderTitle")}</Heading>
            <InviteProviderForm programme={programme} providers={seen?.providers} />
          </Card>
          <Card labelledBy="partner">
            <Heading level={2} size={1} id="partner">{t("invitePartnerTitle")}</Heading>
            <InvitePartnerForm programme={programme} />
          </Card>
        </Grid>
      </Page>
    </ProgrammeFrame>
  );
}
