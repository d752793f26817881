import { getTranslations } from "next-intl/server";
import { Choice, Radios, TextField } from "#components/ui/field.tsx";

type Said = { spoke: string; heads: number | null; groupId: string | null };

/** Staff only: who said it, one person or a group of so many. */
export async function SpeakerFields({ groups, said }: { groups: { id: string; name: string }[]; said?: Said | null }) {
  const [t, forms] = await Promise.all([getTranslations("propose"), getTranslations("forms")]);
  return (
    <>
      <Radios name="spoke" label={t("spoke")} hint={t("spokeHint")} initial={said?.spoke ?? "person"} required options={[{ value: "person", label: t("spokePerson") }, { value: "group", label: t("spokeGroup") }]} />
      <TextField name="heads" label={t("heads")} hint={t("headsHint")} inputMode="numeric" narrow initial={String(said?.heads ?? "")} mark={forms("mayBeEmpty")} />
      {groups.length > 0 && <Choice name="group" label={t("group")} hint={t("groupHint")} empty={t("noGroup")} initial={said?.groupId ?? ""} options={groups.map(({ id, name }) => ({ value: id, label: name }))} />}
    </>
  );
}
