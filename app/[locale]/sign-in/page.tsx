import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { AskLetterForm } from "#components/people/ask-letter-form.tsx";
import { Languages } from "#components/providers/languages.tsx";
import { Bar, Brand } from "#components/ui/bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Row } from "#components/ui/layout.tsx";
import { Lead, Small } from "#components/ui/text.tsx";
import { isDemo } from "#lib/access/demo.ts";

export default standing("signIn", async function SignInPage() {
  return drawn(await isDemo());
}, async () => drawn(false));

async function drawn(demo: boolean) {
  const [locale, t, product] = await Promise.all([getLocale(), getTranslations("signIn"), getTranslations("product")]);
  return (
    <>
      <Bar brand={<Brand href={`/${locale}`} name={product("name")} />} end={<Languages path="/sign-in" />} />
      <Narrow>
        <Heading level={1}>{t("headline")}</Heading>
        <Lead>{t("lead")}</Lead>
        <AskLetterForm />
        {demo && <Row><Small>{t("demoText")}</Small><LinkButton kind="plain" href="/demo/mail">{t("demoWay")}</LinkButton></Row>}
        <Card tone="sunk" labelledBy="visitor">
          <Heading level={2} size={1} id="visitor">{t("visitorTitle")}</Heading>
          <p>{t("visitorText")}</p>
          <a href={`/${locale}`} className="inline-flex min-h-target items-center font-strong">{t("visitorWay")}</a>
        </Card>
      </Narrow>
    </>
  );
}
