import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { saveComparison } from "#lib/programmes/actions.ts";
import type { RegionChoice } from "#lib/regions/choice.ts";

/** Keeps the comparison on the screen under a name of one's own, on the programme's home. */
export async function KeepComparison({ programme, choice }: { programme: string; choice: RegionChoice }) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("programme"), getTranslations("forms")]);
  const hidden = { programme, language, id: randomUUID(), regions: choice.regions.join(","), indicator: choice.indicator, first: choice.first, last: choice.last };
  return (
    <Form deed={saveComparison} hidden={hidden} problem={forms("problem")} unreachable={forms("unreachable")}>
      <TextField name="name" label={t("keepName")} hint={t("keepHint")} whoSees={t("keepSees")} required />
      <Send kind="quiet" label={t("keep")} sendingLabel={forms("sending")} />
    </Form>
  );
}
