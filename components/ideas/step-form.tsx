import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { Small } from "#components/ui/text.tsx";
import type { ServerDeed } from "#lib/action/outcome.ts";
import { draftMinutes } from "#lib/ideas/idea.ts";
import { EarlierWords, type Earlier } from "./earlier-words.tsx";

type StepProps = {
  deed: ServerDeed;
  now: 1 | 2 | 3;
  question: string;
  /** Provider, network, id: sent along unseen. */
  hidden: Record<string, string>;
  /** What the earlier steps said; undefined in the first step, null when it is no longer kept. */
  earlier?: Earlier | null;
  /** They were kept and have been cleared. */
  gone?: boolean;
  /** Staff write for others; with the groups who may have spoken. */
  groups?: { id: string; name: string }[];
  children: ReactNode;
};

/** One of the three steps of an idea: one question on one screen. */
export async function StepForm({ deed, now, question, hidden, earlier, gone = false, groups, children }: StepProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("propose"), getTranslations("forms")]);
  return (
    <>
      <Steps tag={t("stepTag", { now, all: 3 })} label={t("steps")} steps={[t("stepWhat"), t("stepForWhom"), t("stepWeHave")]} now={now} />
      <Heading level={1}>{question}</Heading>
      {gone && <Notice tone="amber">{t("gone", { minutes: draftMinutes })}</Notice>}
      <Form deed={deed} hidden={{ ...hidden, language }} keep={`idea-${hidden.network}-${now}`} problem={forms("problem")} unreachable={forms("unreachable")}>
        {earlier !== undefined && <EarlierWords earlier={earlier} now={now} groups={groups} />}
        {children}
      </Form>
      <Small>{t("kept", { minutes: draftMinutes })}</Small>
    </>
  );
}
