import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { Languages } from "#components/providers/languages.tsx";
import { OwnTag } from "#components/people/own-tag.tsx";
import { Bar, Brand, Nav } from "#components/ui/bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { may } from "#lib/access/abilities.ts";
import type { Actor } from "#lib/access/actor.ts";

type FrameProps = {
  /** Absent while the database is away: then the strip shows what needs no answer. */
  actor?: Actor;
  programme: string;
  /** This page without its language, for the language links. */
  path: string;
  here?: "home" | "invite";
  children: ReactNode;
};

/** The strip over every page of a programme. */
export async function ProgrammeFrame({ actor, programme, path, here, children }: FrameProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()]);
  const home = `/${locale}/programme/${programme}`;
  const ways = [
    { key: "home" as const, href: home, shown: true },
    { key: "compare" as const, href: `/${locale}/regions?programme=${programme}`, shown: true },
    { key: "invite" as const, href: `${home}/invite`, shown: !!actor && may(actor, "invite provider") },
  ].filter(({ shown }) => shown);
  return (
    <>
      <Bar
        brand={<Brand href={home} name={t("product.name")} />}
        place={actor?.place.name}
        nav={<Nav label={t("product.mainNav")} links={ways.map(({ key, href }) => ({ href, label: t(`programme.ways.${key}`), current: key === here }))} />}
        end={
          <>
            <Languages path={path} />
            {actor?.kind === "member" && <OwnTag actor={actor} />}
            {actor?.kind === "member" && (
              <form method="post" action="/api/deeds/sign-out">
                <input type="hidden" name="language" value={locale} />
                <Button kind="plain">{t("nav.signOut")}</Button>
              </form>
            )}
          </>
        }
      />
      {children}
    </>
  );
}
