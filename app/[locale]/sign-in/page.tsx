import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { AskLetterForm } from "#components/people/ask-letter-form.tsx";
import { OutsideForm } from "#components/people/outside-form.tsx";
import { PasskeySignIn } from "#components/people/passkey-sign-in.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
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
  const [locale, t] = await Promise.all([getLocale(), getTranslations("signIn")]);
  return (
    <>
      <PublicBar path="/sign-in" />
      <Narrow>
        <Heading level={1}>{t("headline")}</Heading>
        <Lead>{t("lead")}</Lead>
        <AskLetterForm />
        {demo && <Row><Small>{t("demoText")}</Small><LinkButton kind="plain" href="/demo/mail">{t("demoWay")}</LinkButton></Row>}
        <OutsideForm />
        <PasskeySignIn />
        <Card tone="sunk" labelledBy="visitor">
          <Heading level={2} size={1} id="visitor">{t("visitorTitle")}</Heading>
          <p>{t("visitorText")}</p>
          <a href={`/${locale}`} className="inline-flex min-h-target items-center font-strong">{t("visitorWay")}</a>
        </Card>
      </Narrow>
    </>
  );
}
