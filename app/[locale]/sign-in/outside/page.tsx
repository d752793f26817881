import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Row } from "#components/ui/layout.tsx";
import { Lead } from "#components/ui/text.tsx";
import { outsideName } from "#lib/access/outside.ts";
import { here } from "#lib/action/refusal.ts";
import { wayOutside } from "#lib/people/signing-in-outside.ts";

/** On the way to the organisation's own sign-in, and back from it with a no. Not there where none is set up. */
export default standing("outside", async function OutsidePage({ searchParams }: PageProps<"/[locale]/sign-in/outside">) {
  const name = here(outsideName());
  const [locale, t, { no }] = await Promise.all([getLocale(), getTranslations("outside"), searchParams]);
  const way = no ? null : await wayOutside();
  return (
    <>
      <PublicBar path="/sign-in/outside" />
      <Narrow>
        <Heading level={1} size={3}>{t(way ? "goingTitle" : "noTitle", { name })}</Heading>
        <Lead>{t(way ? "goingText" : "noText", { name })}</Lead>
        {/* A form of ours may lead nowhere but here, so the page itself leads on; by hand where a browser does not follow. */}
        {way && <meta httpEquiv="refresh" content={`0;url=${way}`} />}
        {way && <LinkButton href={way}>{t("go", { name })}</LinkButton>}
        {!way && (
          <Row>
            <LinkButton href={`/${locale}/sign-in`}>{t("again")}</LinkButton>
            <LinkButton kind="plain" href={`/${locale}/account`}>{t("account")}</LinkButton>
          </Row>
        )}
      </Narrow>
    </>
  );
});
