import { getLocale, getTranslations } from "next-intl/server";
import { MemberInvite } from "#components/people/member-invite.tsx";
import { MemberList } from "#components/people/member-list.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Stack } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { rolesAt } from "#lib/access/memberships.ts";
import { momentIn } from "#lib/data/paging.ts";
import { within } from "#lib/data/within.ts";
import { asMemberRoles, standingOf } from "#lib/people/member.ts";
import { people } from "#lib/people/queries.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/people">;
type Seen = { actor: Actor; page: Awaited<ReturnType<typeof people>>; accounts: Awaited<ReturnType<typeof rolesAt>>; later: boolean };

/** The administrator's list of who has an account here. */
export default standing("people", async function PeoplePage({ params, searchParams }: Props) {
  const { provider } = await params;
  const actor = await enter(provider, "see people");
  const after = momentIn((await searchParams).after);
  const [page, accounts] = await Promise.all([within(actor, (db) => people(db, after)), rolesAt({ providerId: actor.place.id })]);
  return drawn(provider, { actor, page, accounts, later: after !== undefined });
}, async ({ params }: Props) => drawn((await params).provider));

async function drawn(provider: string, seen?: Seen) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("people"), getTranslations("away")]);
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/people`} here="people">
      <Page>
        <Stack>
          <Heading level={1} size={3}>{t("title")}</Heading>
          <Lead>{t("lead")}</Lead>
        </Stack>
        <Grid wide>
          {seen ? <MemberList people={listed(seen)} home={`/${locale}/at/${provider}`} next={seen.page.next} later={seen.later} /> : <p>{away("text")}</p>}
          <MemberInvite provider={provider} place={seen?.actor.place.name} />
        </Grid>
      </Page>
    </Frame>
  );
}

function listed({ page, accounts }: Seen) {
  return page.rows.map(({ id, name, email }) => {
    const account = accounts.get(id);
    return { id, name, email, roles: asMemberRoles(account?.roles), standing: account && standingOf(account) };
  });
}
