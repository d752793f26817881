import { getLocale, getTranslations } from "next-intl/server";
import { groupLanguages } from "#lib/groups/group.ts";
import { languageName } from "#lib/language/moments.ts";

/** Every word of the group form, ready in the reader's language: the form itself runs in the browser. */
export async function groupWords(provider: string) {
  const [locale, t, forms] = await Promise.all([getLocale(), getTranslations("groups"), getTranslations("forms")]);
  return {
    name: t("name"), nameHint: t("nameHint"), nameSees: t("nameSees", { provider }), language: t("language"), aboutSize: t("aboutSize"), contact: t("contactLabel"), network: t("network"),
    make: t("make"), save: t("save"), theirs: t("theirs"), replace: t("replace"),
    choose: forms("choose"), sending: forms("sending"), problem: forms("problem"), unreachable: forms("unreachable"),
    languages: groupLanguages.map((code) => ({ value: code, label: languageName(locale, code) })).sort((a, b) => a.label.localeCompare(b.label, locale)),
  };
}
export type GroupFormWords = Awaited<ReturnType<typeof groupWords>>;
