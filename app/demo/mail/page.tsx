import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { LaidLetters } from "#components/people/laid-letters.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Row } from "#components/ui/layout.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Lead } from "#components/ui/text.tsx";
import { isDemo } from "#lib/access/demo.ts";
import { here } from "#lib/action/refusal.ts";
import { laidLetters } from "#lib/mail/mail.ts";
import { world } from "#prisma/world.ts";

/** The letter box of the demonstration. Not there anywhere else. */
export default standing("mail", async function DemoLettersPage() {
  here((await isDemo()) || null);
  const [locale, t, product, letters] = await Promise.all([getLocale(), getTranslations("mail"), getTranslations("product"), laidLetters()]);
  return (
    <>
      <PublicBar />
      <Narrow>
        <Tag tone="amber">{product("demo")}</Tag>
        <Heading level={1} size={3}>{t("headline")}</Heading>
        <Lead>{t("lead")}</Lead>
        <Row>
          <LinkButton kind="quiet" href="/demo/mail">{t("reload")}</LinkButton>
          <LinkButton kind="quiet" href={`/${locale}/sign-in`}>{t("signIn")}</LinkButton>
        </Row>
        {letters.length ? <LaidLetters letters={letters} /> : <Empty title={t("none")}>{t("noneText", { address: world[0]?.members[0]?.email ?? "" })}</Empty>}
      </Narrow>
    </>
  );
});
