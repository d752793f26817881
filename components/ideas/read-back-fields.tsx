import { getTranslations } from "next-intl/server";
import { Radios, TextField } from "#components/ui/field.tsx";

/** Staff only: was the text read back to who said it? */
export async function ReadBackFields() {
  const [t, forms] = await Promise.all([getTranslations("propose"), getTranslations("forms")]);
  const options = [
    { value: "yes", label: t("readBackYes") }, { value: "corrected", label: t("readBackCorrected") }, { value: "not possible", label: t("readBackNotPossible") },
  ];
  return (
    <>
      <Radios name="readBack" label={t("readBack")} hint={t("readBackHint")} options={options} required />
      <TextField name="readBackReason" label={t("readBackReason")} hint={t("readBackReasonHint")} mark={forms("mayBeEmpty")} />
    </>
  );
}
