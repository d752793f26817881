import { getTranslations } from "next-intl/server";
import { TextArea } from "#components/ui/field.tsx";
import { Send } from "#components/ui/send.tsx";
import { keepDraft } from "#lib/ideas/actions.ts";
import type { Earlier } from "./earlier-words.tsx";
import { SeenBy } from "./seen-by.tsx";
import { SpeakerFields } from "./speaker-fields.tsx";
import { StepForm } from "./step-form.tsx";

type WhatProps = { hidden: Record<string, string>; draft?: Earlier | null; contact?: string; network?: string; groups?: { id: string; name: string }[] };

/** Step 1: what would make life here better? `groups` only for staff, who write for others. */
export async function WhatStep({ hidden, draft, contact, network, groups }: WhatProps) {
  const [t, forms] = await Promise.all([getTranslations("propose"), getTranslations("forms")]);
  return (
    <StepForm deed={keepDraft} now={1} question={t("what")} hidden={{ ...hidden, step: "what", ...(draft?.forWhom && { forWhom: draft.forWhom }) }}>
      {groups && <SpeakerFields groups={groups} said={draft} />}
      <TextArea name="what" label={t(groups ? "whatLabelFor" : "whatLabel")} hint={t("whatHint")} initial={draft?.what} keep required whoSees={<SeenBy contact={contact} network={network} />} />
      <Send wide label={t("next")} sendingLabel={forms("sending")} />
    </StepForm>
  );
}
