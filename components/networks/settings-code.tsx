import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Row } from "#components/ui/layout.tsx";
import { Send } from "#components/ui/send.tsx";
import { Big, Small } from "#components/ui/text.tsx";
import { replaceCode } from "#lib/networks/actions.ts";
import { printedCode } from "#lib/networks/network.ts";

type CodeProps = { provider: string; network: string; place: string; code: { code: string; createdAt: Date } | null; day: (moment: Date) => string };

/** The code of a network's poster, the way to the poster, and another code where the old one must open nothing any more. */
export async function SettingsCode({ provider, network, place, code, day }: CodeProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("forms")]);
  return (
    <Card labelledBy="code">
      <Heading level={2} size={1} id="code">{t("codeTitle")}</Heading>
      {code && <Big>{printedCode(code.code)}</Big>}
      {code && <Small>{t("codeSince", { date: day(code.createdAt) })}</Small>}
      <Row>
        <LinkButton href={`${place}/poster`}>{t("openPoster")}</LinkButton>
        <LinkButton kind="quiet" href={place}>{t("seeNetwork")}</LinkButton>
      </Row>
      <Heading level={3}>{t("replaceTitle")}</Heading>
      <p>{t("replaceText")}</p>
      <Form deed={replaceCode} hidden={{ provider, language, network, id: randomUUID(), replaces: code?.code ?? "" }} problem={forms("problem")} unreachable={forms("unreachable")} done={t("codeReplaced")}>
        <Send kind="quiet" label={t("replaceCode")} sendingLabel={forms("sending")} />
      </Form>
    </Card>
  );
}
