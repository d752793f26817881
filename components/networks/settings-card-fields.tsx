import { getLocale, getTranslations } from "next-intl/server";
import { Carried } from "#components/ui/carried.tsx";
import { Choice, TextField } from "#components/ui/field.tsx";
import { languageName } from "#lib/language/moments.ts";
import { focusGroups, networkLanguages } from "#lib/networks/network.ts";

type Person = { id: string; name: string };
type CardFieldsProps = { people?: Person[]; initial?: { name?: string; place?: string; focusGroup?: string; contactId?: string; language?: string } };

/** What is on a network's card. While the database is away nobody is known by name, and the chosen contact goes along unseen. */
export async function SettingsCardFields({ people, initial }: CardFieldsProps) {
  const [t, forms, groups] = await Promise.all([getTranslations("settings"), getTranslations("forms"), getTranslations("focusGroups")]);
  return (
    <>
      <TextField name="name" label={t("name")} hint={t("nameHint")} initial={initial?.name} keep required />
      <TextField name="place" label={t("place")} hint={t("placeHint")} initial={initial?.place} keep required />
      <Choice name="focusGroup" label={t("focusGroup")} options={focusGroups.map((group) => ({ value: group, label: groups(group) }))} empty={forms("choose")} initial={initial?.focusGroup} required />
      {people
        ? <Choice name="contact" label={t("contact")} hint={t("contactHint")} options={people.map(({ id, name }) => ({ value: id, label: name }))} empty={forms("choose")} initial={initial?.contactId ?? (people.length === 1 ? people[0]?.id : "")} required />
        : <Carried names={["contact"]} />}
      <Choice name="speaks" label={t("networkSpeaks")} options={await networkLanguageOptions()} empty={forms("choose")} initial={initial?.language} required />
    </>
  );
}

/** The languages a network may write in, by their names in the reader's language; without those in `but`. */
export async function networkLanguageOptions(but: readonly string[] = []) {
  const locale = await getLocale();
  return networkLanguages.filter((code) => !but.includes(code)).map((code) => ({ value: code, label: languageName(locale, code) })).sort((a, b) => a.label.localeCompare(b.label, locale));
}
