import { getTranslations } from "next-intl/server";
import { TextArea } from "#components/ui/field.tsx";
import { Send } from "#components/ui/send.tsx";
import { keepDraft } from "#lib/ideas/actions.ts";
import type { LaterStep } from "./earlier-words.tsx";
import { SeenBy } from "./seen-by.tsx";
import { StepForm } from "./step-form.tsx";

/** Step 2: who is it for? */
export async function ForWhomStep({ hidden, draft, gone, groups, contact, network }: LaterStep) {
  const [t, forms] = await Promise.all([getTranslations("propose"), getTranslations("forms")]);
  return (
    <StepForm deed={keepDraft} now={2} question={t("forWhom")} hidden={{ ...hidden, step: "for-whom" }} earlier={draft} gone={gone} groups={groups}>
      <TextArea name="forWhom" label={t("forWhomLabel")} hint={t("forWhomHint")} mark={forms("mayBeEmpty")} rows={3} initial={draft?.forWhom ?? ""} keep whoSees={<SeenBy contact={contact} network={network} />} />
      <Send wide label={t("next")} sendingLabel={forms("sending")} />
    </StepForm>
  );
}
