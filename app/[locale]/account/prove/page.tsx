import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { standing } from "#app/standing.tsx";
import { AskProofForm, ProofDigitsForm, ProofPasskeyForm } from "#components/people/prove-forms.tsx";
import { PublicBar } from "#components/providers/public-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Narrow, Row } from "#components/ui/layout.tsx";
import { Lead, Small } from "#components/ui/text.tsx";
import { isDemo } from "#lib/access/demo.ts";
import { Back, whoProves } from "#lib/people/proving.ts";

type Props = PageProps<"/[locale]/account/prove">;

/** Somebody who is signed in proves anew who they are: by six digits from a letter, or with their device. */
export default standing("prove", async function ProvePage({ searchParams }: Props) {
  const [locale, t, account, person, demo, { to: claim, sent, done }] = await Promise.all([getLocale(), getTranslations("prove"), getTranslations("account"), whoProves(), isDemo(), searchParams]);
  const to = Back.parse(claim);
  if (!person) return <Said title={account("away")} text={account("awayText")}><LinkButton href={`/${locale}/sign-in`}>{account("signIn")}</LinkButton></Said>;
  if (done) return <Said title={t("doneTitle")} text={t("doneText")}><LinkButton kind="quiet" href={`/${locale}/account`}>{t("toAccount")}</LinkButton></Said>;
  const { email, passkeys } = person;
  if (sent && email) return <Said title={t("sentTitle")} text={t("sentText", { email })}><ProofDigitsForm to={to} /><AskProofForm to={to} again />{demo && <DemoLetters />}</Said>;
  return (
    <Said title={t("headline")} text={t("lead")}>
      {passkeys && <ProofPasskeyForm to={to} />}
      {email ? <><p>{t("letterText", { email })}</p><AskProofForm to={to} /></> : <p>{t("noEmail")}</p>}
      {demo && <DemoLetters />}
    </Said>
  );
}, async ({ searchParams }: Props) => {
  const t = await getTranslations("prove");
  const { to: claim, sent } = await searchParams;
  const to = Back.parse(claim);
  return <Said title={t(sent ? "sentTitle" : "headline")} text={t("lead")}>{sent ? <ProofDigitsForm to={to} /> : <AskProofForm to={to} />}</Said>;
});

async function DemoLetters() {
  const t = await getTranslations("signIn");
  return <Row><Small>{t("demoText")}</Small><LinkButton kind="plain" href="/demo/mail">{t("demoWay")}</LinkButton></Row>;
}

function Said({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <>
      <PublicBar path="/account/prove" />
      <Narrow>
        <Heading level={1} size={3}>{title}</Heading>
        <Lead>{text}</Lead>
        {children}
      </Narrow>
    </>
  );
}
