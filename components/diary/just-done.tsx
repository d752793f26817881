import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/notice.tsx";
import type { Entry } from "#lib/diary/queries.ts";
import { EntryWords } from "./entry.tsx";
import { UndoForm } from "./undo-form.tsx";

/** On top of the diary right after a deed: what was logged, with a way to undo it, or that it was taken back. */
export async function JustDone({ provider, entry, activity, undone }: { provider: string; /** Not there when it lies among older pages. */ entry?: Entry; activity: string; undone: boolean }) {
  const t = await getTranslations("diary");
  return (
    <Notice tone={undone ? "amber" : "moss"} role="status" title={t(undone ? "justUndone" : "justLogged")}>
      {!undone && entry && <EntryWords entry={entry} />}
      <UndoForm provider={provider} activity={activity} takenBack={undone} label={t(undone ? "putBack" : "undo")} />
    </Notice>
  );
}
