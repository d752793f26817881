import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { OwnTag } from "#components/people/own-tag.tsx";
import { FinishForm } from "#components/people/finish-form.tsx";
import { Languages } from "#components/providers/languages.tsx";
import { Bar, Brand, Nav } from "#components/ui/bar.tsx";
import { QuickExit } from "#components/ui/quick-exit.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { may } from "#lib/access/abilities.ts";

type FrameProps = {
  /** Absent while the database is away: then the strip shows what needs no answer. */
  actor?: Actor;
  provider: string;
  /** This page without its language, for the language links. */
  path: string;
  here?: "today" | "projects" | "groups" | "picture" | "sharing" | "programmes" | "people" | "settings" | "networks";
  place?: string;
  children: ReactNode;
};

/** The strip over every page of a provider. */
export async function Frame({ actor, provider, path, here, place, children }: FrameProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const home = `/${locale}/at/${provider}`;
  const ways = [
    { key: "today" as const, href: `${home}/today`, shown: !!actor && may(actor, "see today") },
    { key: "projects" as const, href: `${home}/projects`, shown: !!actor && may(actor, "see projects") },
    { key: "groups" as const, href: `${home}/groups`, shown: !!actor && may(actor, "see groups") },
    { key: "picture" as const, href: `${home}/picture`, shown: !!actor && may(actor, "see picture") },
    { key: "sharing" as const, href: `${home}/sharing`, shown: !!actor && may(actor, "read sharing") },
    { key: "programmes" as const, href: `${home}/programmes`, shown: !!actor && may(actor, "answer invitation") },
    { key: "people" as const, href: `${home}/people`, shown: !!actor && may(actor, "see people") },
    { key: "settings" as const, href: `${home}/settings`, shown: !!actor && may(actor, "see settings") },
    { key: "networks" as const, href: home, shown: true },
  ].filter(({ shown }) => shown);
  const isMember = actor?.kind === "member";
  // Somebody who has said something here, or has opened a ticket.
  const visits = actor?.kind === "participant" || (actor?.kind === "visitor" && actor.opened.length > 0);
  return (
    <>
      <Bar
        brand={<Brand href={isMember ? `${home}/today` : home} name={t("product.name")} />}
        place={place ?? actor?.place.name}
        nav={isMember ? <Nav label={t("product.mainNav")} links={ways.map(({ key, href }) => ({ href, label: t(`nav.${key}`), current: key === here }))} /> : undefined}
        end={
          <>
            <Languages path={path} />
            {isMember && <OwnTag actor={actor} />}
            {visits && <a href={`${home}/me`} className="inline-flex min-h-target items-center px-1">{t("nav.me")}</a>}
            {actor?.kind === "visitor" && !visits && <a href={`/${locale}/sign-in`} className="inline-flex min-h-target items-center px-1">{t("nav.signIn")}</a>}
            {!isMember && <QuickExit label={t("product.leave")} farewell={{ address: "/api/deeds/finish-and-clear", fields: { provider, language: locale } }} />}
            {isMember && <FinishForm provider={provider} language={locale} label={t("nav.signOut")} />}
          </>
        }
      />
      {children}
      {visits && (
        <footer className="mx-auto max-w-measure px-3 pb-5 print:hidden">
          <FinishForm provider={provider} language={locale} label={t("nav.finish")} />
        </footer>
      )}
    </>
  );
}
