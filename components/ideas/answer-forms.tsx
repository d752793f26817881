import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Due } from "#components/ui/fold.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Send } from "#components/ui/send.tsx";
import { Theirs } from "#components/ui/theirs.tsx";
import { answerIdea, deferIdea } from "#lib/ideas/actions.ts";

type AnswerFormsProps = { provider: string; idea: string; answer: { text: string; version: number } | null; /** A micro project by now: it cannot be "not now" as well. */ adopted: boolean };

/** Answer, or say "not now" with the reason; a given answer can be changed by either. */
export async function AnswerForms({ provider, idea, answer, adopted }: AnswerFormsProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("idea"), getTranslations("forms")]);
  const common = { hidden: { provider, language, idea }, problem: forms("problem"), unreachable: forms("unreachable") };
  const theirs = <Theirs label={t("theirs")} replace={t("replace")} version={answer?.version ?? 0} />;
  return (
    <>
      <Card labelledBy="answering">
        <Heading level={2} size={1} id="answering">{t(answer ? "changeTitle" : "answerTitle")}</Heading>
        <Form deed={answerIdea} keep={`answer-${idea}`} {...common}>
          {theirs}
          <TextArea name="text" label={t("answerLabel")} hint={answer ? t("changeHint") : t("answerHint")} initial={answer?.text} keep required whoSees={t("answerSees")} />
          <Send label={t(answer ? "changeButton" : "send")} sendingLabel={forms("sending")} />
        </Form>
      </Card>
      <Form deed={deferIdea} keep={`defer-${idea}`} {...common}>
        <Due now={!adopted}>
          <Card tone="sunk" labelledBy="deferring">
            <Heading level={2} size={1} id="deferring">{t("notNowTitle")}</Heading>
            <p>{t("notNowText")}</p>
            {theirs}
            <TextArea name="text" rows={3} label={t("notNowLabel")} hint={t("notNowHint")} keep required whoSees={t("answerSees")} />
            <Send kind="quiet" label={t("notNowButton")} sendingLabel={forms("sending")} />
          </Card>
        </Due>
      </Form>
    </>
  );
}
