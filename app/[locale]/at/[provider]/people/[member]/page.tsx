import { getLocale, getTranslations } from "next-intl/server";
import { MemberRoles } from "#components/people/member-roles.tsx";
import { MemberStanding } from "#components/people/member-standing.tsx";
import { MemberTag } from "#components/people/member-tag.tsx";
import { Frame } from "#components/providers/frame.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Grid, Page, Row, Stack } from "#components/ui/layout.tsx";
import { Small } from "#components/ui/text.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { enter } from "#lib/access/enter.ts";
import { rolesAt } from "#lib/access/memberships.ts";
import { here, idIn } from "#lib/action/refusal.ts";
import { within } from "#lib/data/within.ts";
import { longDay } from "#lib/language/moments.ts";
import { asMemberRoles, standingOf } from "#lib/people/member.ts";
import { memberToChange } from "#lib/people/queries.ts";
import { hasAnotherAdmin } from "#lib/people/standings.ts";
import { standing } from "#app/standing.tsx";

type Props = PageProps<"/[locale]/at/[provider]/people/[member]">;
type Account = { roles: readonly string[]; joinedAt: Date | null; suspendedAt: Date | null };
type Seen = { actor: Actor; member: Awaited<ReturnType<typeof memberToChange>>; account: Account; self?: "alone" | "one of several" };

/** One person's account here: roles, and whether they may come in. */
export default standing("people", async function MemberPage({ params }: Props) {
  const { provider, member: address } = await params;
  const id = idIn(address);
  const actor = await enter(provider, "change roles");
  const [member, accounts] = await Promise.all([within(actor, (db) => memberToChange(db, id)), rolesAt({ providerId: actor.place.id })]);
  const self = id !== actor.id ? undefined : hasAnotherAdmin(accounts, id) ? "one of several" : "alone";
  return drawn(provider, id, { actor, member, account: here(accounts.get(id)), self });
}, async ({ params }: Props) => drawn((await params).provider, idIn((await params).member)));

async function drawn(provider: string, id: string, seen?: Seen) {
  const [locale, t, away] = await Promise.all([getLocale(), getTranslations("people"), getTranslations("away")]);
  const state = seen && standingOf(seen.account);
  const day = (moment: Date) => longDay(locale, moment, seen?.actor.place.timeZone ?? "Etc/UTC");
  return (
    <Frame actor={seen?.actor} provider={provider} path={`/at/${provider}/people/${id}`} here="people">
      <Page>
        <LinkButton kind="plain" href={`/${locale}/at/${provider}/people`}>{t("back")}</LinkButton>
        <Stack>
          <Row>
            <Heading level={1} size={3}>{seen?.member.name ?? t("title")}</Heading>
            {state && <MemberTag standing={state} />}
          </Row>
          {!seen && <p>{away("text")}</p>}
          {seen && <p className="wrap-anywhere">{seen.member.email}</p>}
          {seen?.account.joinedAt && <Small>{t("joinedSince", { date: day(seen.account.joinedAt) })}</Small>}
          {seen?.account.suspendedAt && <Small>{t("suspendedSince", { date: day(seen.account.suspendedAt) })}</Small>}
        </Stack>
        <Grid wide>
          <MemberRoles provider={provider} member={id} roles={asMemberRoles(seen?.account.roles)} self={seen?.self} />
          <Stack>{state && <MemberStanding key={state} provider={provider} member={id} standing={state} />}</Stack>
        </Grid>
      </Page>
    </Frame>
  );
}
