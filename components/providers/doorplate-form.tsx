import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Carried } from "#components/ui/carried.tsx";
import { Choice, TextField } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { Heading } from "#components/ui/heading.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Send } from "#components/ui/send.tsx";
import { languages } from "#lib/language/languages.ts";
import { changeDoorplate } from "#lib/providers/actions.ts";
import { timeZones } from "#lib/providers/time-zones.ts";

type Plate = { name: string; language: string; timeZone: string; regionCode: string | null; sharing: { state: string } | null };
type DoorplateFormProps = { provider: string; plate?: Plate; regions?: { code: string; name: string }[] };

/** Name, main language, clock and region of a provider. Without its regions, while the database is away, the chosen one goes along unseen. */
export async function DoorplateForm({ provider, plate, regions }: DoorplateFormProps) {
  const [language, t, forms, names] = await Promise.all([getLocale(), getTranslations("settings"), getTranslations("forms"), getTranslations("languages")]);
  const zones = new Set([...(plate ? [plate.timeZone] : []), ...timeZones()]);
  return (
    <Card labelledBy="plate">
      <Heading level={2} size={1} id="plate">{t("plateTitle")}</Heading>
      <p>{t("plateText")}</p>
      <Form deed={changeDoorplate} hidden={{ provider, language }} problem={forms("problem")} unreachable={forms("unreachable")} done={t("plateSaved")}>
        <TextField name="name" label={t("providerName")} initial={plate?.name} required />
        <Choice name="speaks" label={t("speaks")} options={languages.map((code) => ({ value: code, label: names(code) }))} initial={plate?.language} required />
        {plate?.sharing?.state === "on" && <Notice tone="amber">{t("plateShares")}</Notice>}
        <Choice name="timeZone" label={t("timeZone")} hint={t("timeZoneHint")} options={[...zones].sort().map((zone) => ({ value: zone, label: zone.replace("Europe/", "").replaceAll("_", " ") }))} initial={plate?.timeZone} required />
        {regions
          ? <Choice name="region" label={t("region")} hint={t("regionHint")} options={regions.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))} empty={t("noRegion")} initial={plate?.regionCode ?? ""} />
          : <Carried names={["region"]} />}
        <Send label={t("savePlate")} sendingLabel={forms("sending")} />
      </Form>
    </Card>
  );
}
