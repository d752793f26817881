import { getTranslations } from "next-intl/server";
import { Carried } from "#components/ui/carried.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { SeenBy } from "./seen-by.tsx";
import { SpeakerFields } from "./speaker-fields.tsx";

type Groups = { id: string; name: string }[];
export type Earlier = { what: string; forWhom: string | null; spoke: string; heads: number | null; groupId: string | null };

/** What the second and third step are given; contact and network are unknown while the database is away. */
export type LaterStep = { hidden: Record<string, string>; draft: Earlier | null; gone: boolean; contact?: string; network?: string; groups?: Groups };

/**
 * What the steps before have said travels with the form, so that a lost session or a cleared draft loses nothing.
 * When it is no longer known, it can be written again on the same page.
 */
export async function EarlierWords({ earlier, now, groups }: { earlier: Earlier | null; now: number; groups?: Groups }) {
  const t = await getTranslations("propose");
  if (!earlier) {
    return (
      <>
        {groups ? <SpeakerFields groups={groups} /> : <Carried names={["spoke", "heads", "group"]} />}
        <TextArea name="what" label={t("whatLabel")} hint={t("whatHint")} whoSees={<SeenBy />} required />
        {now === 3 && <TextArea name="forWhom" label={t("forWhomLabel")} hint={t("forWhomHint")} rows={3} whoSees={<SeenBy />} />}
      </>
    );
  }
  const known = { what: earlier.what, ...(now === 3 && { forWhom: earlier.forWhom ?? "" }), spoke: earlier.spoke, heads: String(earlier.heads ?? ""), group: earlier.groupId ?? "" };
  return Object.entries(known).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
