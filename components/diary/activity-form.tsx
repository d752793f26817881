import type { ReactNode } from "react";
import { getLocale, getTranslations } from "next-intl/server";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { Due, Fold } from "#components/ui/fold.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Theirs } from "#components/ui/theirs.tsx";
import { changeActivity, logActivity } from "#lib/diary/actions.ts";
import type { EntryTexts } from "./entry-texts.ts";

type ActivityFormProps = { hidden: Record<string, string>; initial?: Partial<EntryTexts>; /** For an entry that is there. */ version?: number; /** It can be written now; a no brings back what was typed in any case. */ now: boolean; sees: ReactNode };

/** What happened and who came, at first sight; day, hours and thoughts one line below. */
export async function ActivityForm({ hidden, initial = {}, version, now, sees }: ActivityFormProps) {
  const [language, t, forms] = await Promise.all([getLocale(), getTranslations("diary"), getTranslations("forms")]);
  const changes = hidden.activity !== undefined;
  const number = (name: "newcomers" | "regulars" | "children") => <TextField name={name} label={t(name)} inputMode="numeric" initial={initial[name]} keep enterKeyHint="next" />;
  return (
    <Form deed={changes ? changeActivity : logActivity} hidden={{ ...hidden, language }} keep={`activity-${hidden.activity ?? hidden.project}`} problem={forms("problem")} unreachable={forms("unreachable")}>
      <Due now={now}>
        {changes && <Theirs label={t("theirs")} replace={t("replace")} version={version ?? 0} />}
        <TextArea name="what" rows={3} label={t("what")} hint={t("whatHint")} initial={initial.what} keep required whoSees={sees} />
        <fieldset className="space-y-1">
          <legend className="font-strong">{t("heads")}</legend>
          <p className="text-small text-ink-soft">{t("headsHint")}</p>
          <div className="grid grid-cols-3 items-end gap-2 has-[[aria-invalid]]:grid-cols-1 [&_input]:text-2 [&_input]:font-bold">{number("newcomers")}{number("regulars")}{number("children")}</div>
        </fieldset>
        <Fold label={t(changes ? "moreChange" : "more")} open={changes || !!(initial.surprised || initial.next)}>
          <TextField name="happenedOn" type="date" label={t("happenedOn")} initial={initial.happenedOn} narrow required />
          <TextField name="hours" label={t("hoursGiven")} hint={t("hoursHint")} inputMode="decimal" narrow initial={initial.hours} keep />
          <TextArea name="surprised" rows={2} label={t("surprised")} mark={forms("mayBeEmpty")} initial={initial.surprised} keep />
          <TextArea name="next" rows={2} label={t("next")} mark={forms("mayBeEmpty")} initial={initial.next} keep />
        </Fold>
        <Send wide={!changes} label={t(changes ? "save" : "log")} sendingLabel={forms("sending")} />
      </Due>
    </Form>
  );
}
