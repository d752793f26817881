import { getLocale, getTranslations } from "next-intl/server";
import { SharingAgree } from "#components/figures/sharing-forms.tsx";
import { SharingHistory } from "#components/figures/sharing-history.tsx";
import { SharingState } from "#components/figures/sharing-state.tsx";
import { SharingText } from "#components/figures/sharing-text.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { sharingOf, sharingTexts, type AgreedText, type SharingSeen } from "#lib/figures/sharing-page.ts";
import { longDay } from "#lib/language/moments.ts";
import { standing } from "#app/standing.tsx";

/** A leader reads what will be seen, and switches sharing on or off. */
type Props = PageProps<"/[locale]/at/[provider]/sharing">;
type Seen = { actor: Actor; sharing: SharingSeen; texts: AgreedText[] };

export default standing("sharing", async function SharingPage({ params }: Props) {
  const { provider } = await params;
  const actor = await enter(provider, "read sharing");
  const [sharing, texts] = await Promise.all([within(actor, (db) => sharingOf(db, actor)), sharingTexts(await getLocale())]);
  return drawn(provider, { actor, sharing, texts });
}, async ({ params }: Props) => drawn((await params).provider));

async function drawn(provider: string, seen?: Seen) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("sharing"), getTranslations("away")]);
  const [newest, ...older] = seen?.texts ?? [];
  const agreed = seen?.sharing.sharing?.state === "on" ? seen.sharing.sharing.textVersion : undefined;
  const isNew = newest !== undefined && agreed !== undefined && agreed < newest.version;
  const day = (moment: Date) => longDay(locale, moment, seen?.actor.place.timeZone ?? "Etc/UTC");
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/sharing`} here="sharing">
      <Page>
        <Stack>
          <Heading level={1} size={3}>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </Stack>
        <Grid wide>
          <Card labelledBy="text">
            <Heading level={2} size={1} id="text">{t("textTitle", { version: String(newest?.version ?? "") })}</Heading>
            {isNew && <Notice tone="amber">{t("newText", { version: String(agreed) })}</Notice>}
            {newest ? <SharingText text={newest} /> : <p>{away("text")}</p>}
            {(!seen || agreed === undefined || isNew) && <SharingAgree provider={provider} textVersion={newest?.version ?? 0} again={isNew} />}
          </Card>
          <Stack>
            {seen && <SharingState seen={seen.sharing} provider={provider} paused={isNew} day={day} />}
            {seen && <SharingHistory steps={seen.sharing.sharingSteps} former={older} day={day} />}
          </Stack>
        </Grid>
      </Page>
    </Frame>
  );
}
