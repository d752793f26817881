import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { AccountOutside } from "#components/people/account-outside.tsx";
import { AccountPasskeys } from "#components/people/account-passkeys.tsx";
import { AccountPlaces } from "#components/people/account-places.tsx";
import { AccountSessions } from "#components/people/account-sessions.tsx";
import { SignOutForm } from "#components/people/sign-out-form.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow } from "#components/ui/layout.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Lead, Small } from "#components/ui/text.tsx";
import { outsideName } from "#lib/access/outside.ts";
import { passkeyHost } from "#lib/access/passkey.ts";
import { ownAccount } from "#lib/people/account.ts";

export default standing("account", async function AccountPage({ searchParams }: PageProps<"/[locale]/account">) {
  const [locale, t, account, { ended, passkey, outside: changed }] = await Promise.all([getLocale(), getTranslations("account"), ownAccount(), searchParams]);
  if (!account) {
    return (
      <Around>
        <Heading level={1}>{t("away")}</Heading>
        <Lead>{t("awayText")}</Lead>
        <LinkButton href={`/${locale}/sign-in`}>{t("signIn")}</LinkButton>
      </Around>
    );
  }
  const { person, homes, sessions, passkeys, identities, fresh } = account;
  const timeZone = homes.find((home) => home.timeZone)?.timeZone ?? "Etc/UTC";
  const [outside, prove] = [outsideName(), `/${locale}/account/prove?to=/account`];
  return (
    <Around>
      <Heading level={1}>{t("headline")}</Heading>
      {ended && <Notice tone="moss" role="status">{t("ended")}</Notice>}
      {passkey && <Notice tone="moss" role="status">{t(passkey === "removed" ? "passkeyRemoved" : "passkeyAdded")}</Notice>}
      {changed && outside && <Notice tone="moss" role="status">{t(changed === "removed" ? "outsideRemoved" : "outsideConnected", { name: outside })}</Notice>}
      <Card labelledBy="places">
        <Heading level={2} size={1} id="places">{t("placesTitle")}</Heading>
        <AccountPlaces homes={homes} />
      </Card>
      <Card labelledBy="who">
        <Heading level={2} size={1} id="who">{t("who")}</Heading>
        <Facts facts={[{ term: t("name"), value: person.name }, { term: t("email"), value: person.email }]} />
        <SignOutForm language={locale} label={t("signOut")} />
      </Card>
      <Card labelledBy="sessions">
        <Heading level={2} size={1} id="sessions">{t("sessionsTitle")}</Heading>
        <Small>{t("sessionsText")}</Small>
        <AccountSessions sessions={sessions} timeZone={timeZone} />
      </Card>
      {passkeyHost() && (
        <Card labelledBy="ways">
          <Heading level={2} size={1} id="ways">{t("waysTitle")}</Heading>
          <AccountPasskeys passkeys={passkeys} fresh={fresh} timeZone={timeZone} />
          {!fresh && <><Small>{t("proveText")}</Small><LinkButton kind="quiet" href={prove}>{t("proveFirst")}</LinkButton></>}
        </Card>
      )}
      {outside && (
        <Card labelledBy="outside">
          <Heading level={2} size={1} id="outside">{t("outsideTitle", { name: outside })}</Heading>
          <AccountOutside name={outside} identities={identities} fresh={fresh} timeZone={timeZone} />
          {!fresh && <LinkButton kind="quiet" href={prove}>{t("proveFirst")}</LinkButton>}
        </Card>
      )}
    </Around>
  );
});

function Around({ children }: { children: ReactNode }) {
  return (
    <>
      <PublicBar path="/account" />
      <Narrow>{children}</Narrow>
    </>
  );
}
