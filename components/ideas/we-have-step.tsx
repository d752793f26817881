import { getTranslations } from "next-intl/server";
import { TextArea } from "#components/ui/field.tsx";
import { Send } from "#components/ui/send.tsx";
import { proposeIdea } from "#lib/ideas/actions.ts";
import type { LaterStep } from "./earlier-words.tsx";
import { ReadBackFields } from "./read-back-fields.tsx";
import { SeenBy } from "./seen-by.tsx";
import { StepForm } from "./step-form.tsx";

/** Step 3: what do we already have? Then the idea is sent. Staff also say whether they read it back. */
export async function WeHaveStep({ hidden, draft, gone, contact, network, forOthers }: LaterStep & { forOthers: boolean }) {
  const [t, forms] = await Promise.all([getTranslations("propose"), getTranslations("forms")]);
  return (
    <StepForm deed={proposeIdea} now={3} question={t("weHave")} hidden={hidden} earlier={draft} gone={gone}>
      <TextArea name="weHave" label={t("weHaveLabel")} hint={t("weHaveHint")} mark={forms("mayBeEmpty")} rows={3} keep whoSees={<SeenBy contact={contact} network={network} />} />
      {forOthers && <ReadBackFields />}
      <Send wide label={t(forOthers ? "sendFor" : "send")} sendingLabel={forms("sending")} />
    </StepForm>
  );
}
