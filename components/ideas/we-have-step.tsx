import { getTranslations } from "next-intl/server";
import { Carried } from "#components/ui/carried.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Send } from "#components/ui/send.tsx";
import { proposeIdea } from "#lib/ideas/actions.ts";
import type { LaterStep } from "./earlier-words.tsx";
import { ReadBackFields } from "./read-back-fields.tsx";
import { SeenBy } from "./seen-by.tsx";
import { StepForm } from "./step-form.tsx";

/** Step 3: what do we already have? Then the idea is sent. Staff also say whether they read it back. */
export async function WeHaveStep({ hidden, draft, gone, groups, contact, network, forOthers }: LaterStep & { forOthers: boolean }) {
  const [t, forms] = await Promise.all([getTranslations("propose"), getTranslations("forms")]);
  return (
    <StepForm deed={proposeIdea} now={3} question={t("weHave")} hidden={hidden} earlier={draft} gone={gone} groups={groups}>
      <TextArea name="weHave" label={t("weHaveLabel")} hint={t("weHaveHint")} mark={forms("mayBeEmpty")} rows={3} keep whoSees={<SeenBy contact={contact} network={network} />} />
      {forOthers ? <ReadBackFields /> : <Carried names={["readBack", "readBackReason"]} />}
      <Send wide label={t(forOthers ? "sendFor" : "send")} sendingLabel={forms("sending")} />
    </StepForm>
  );
}
