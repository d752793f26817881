import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Carried } from "#components/ui/carried.tsx";
import { Choice, Radios, TextArea, TextField } from "#components/ui/field.tsx";
import { Due, Fold } from "#components/ui/fold.tsx";
import { Form } from "#components/ui/form.tsx";
import { Send } from "#components/ui/send.tsx";
import { Theirs } from "#components/ui/theirs.tsx";
import { focusGroups } from "#lib/networks/network.ts";
import { adoptIdea, beginProject, changeProject } from "#lib/projects/actions.ts";
import { currencies } from "#lib/projects/money.ts";
import { LiveFields, type ProjectFormKind } from "./live-fields.tsx";

type Option = { value: string; label: string };
type Initial = Partial<Record<"title" | "place" | "focusGroup" | "group" | "owner" | "ownerCalled" | "ownerReason" | "planned" | "currency", string>>;
type ProjectFormProps = { kind: ProjectFormKind; hidden: Record<string, string>; /** It can be done now; a no brings back what was typed in any case. */ now: boolean; /** Absent while the database is away. */ groups?: Option[]; networks?: Option[]; initial?: Initial; version?: number };

const deeds = { adopt: adoptIdea, begin: beginProject, change: changeProject };
const live = ["titleMissing", "placeMissing", "focusGroupMissing", "ownerMissing", "ownerCalledMissing", "ownerGroupMissing", "ownerReasonMissing", "plannedWrong", "networkMissing", "withoutIdeaMissing", "tooLong"] as const;

/** The one long form of a micro project: adopted from an idea, begun without one, or changed. */
export async function ProjectForm({ kind, hidden, now, groups, networks, initial = {}, version }: ProjectFormProps) {
  const [language, t, focus, forms, fields] = await Promise.all([getLocale(), getTranslations("projects"), getTranslations("focusGroups"), getTranslations("forms"), getTranslations("fields")]);
  const sentences = Object.fromEntries(live.map((key) => [key, fields(key)]));
  const content = (
    <LiveFields kind={kind} sentences={sentences}>
      <TextField name="title" label={t("titleLabel")} hint={t("titleHint")} initial={initial.title} keep required />
      {kind === "begin" && (networks ? <Choice name="network" label={t("network")} options={networks} empty={forms("choose")} initial={networks.length === 1 ? networks[0]?.value : ""} required /> : <Carried names={["network"]} />)}
      {kind === "begin" && <TextArea name="withoutIdea" rows={2} label={t("withoutIdeaLabel")} hint={t("withoutIdeaHint")} keep required />}
      <TextField name="place" label={t("placeLabel")} hint={t("placeHint")} initial={initial.place} keep required />
      <Choice name="focusGroup" label={t("focusGroup")} options={focusGroups.map((group) => ({ value: group, label: focus(group) }))} empty={forms("choose")} initial={initial.focusGroup} required />
      {groups ? groups.length > 0 && <Choice name="group" label={t("group")} hint={t("groupHint")} options={groups} empty={t("noGroup")} initial={initial.group} /> : <Carried names={["group"]} />}
      <Radios
        name="owner" label={t("ownerLabel")} hint={t("ownerHint")} initial={initial.owner} required
        options={[{ value: "end user", label: t("ownerPerson") }, { value: "group", label: t("ownerGroup") }, { value: "nobody yet", label: t("ownerNobody") }]}
      />
      <TextField name="ownerCalled" label={t("ownerCalledLabel")} hint={t("ownerCalledHint")} mark={t("onlyForPerson")} initial={initial.ownerCalled} keep />
      <TextField name="ownerReason" label={t("ownerReasonLabel")} mark={t("onlyForNobody")} initial={initial.ownerReason} keep />
      <div className="grid grid-cols-2 items-end gap-3">
        <TextField name="planned" label={t("plannedLabel")} mark={forms("mayBeEmpty")} inputMode="decimal" narrow initial={initial.planned} keep />
        <Choice name="currency" label={t("currency")} options={currencies.map((code) => ({ value: code, label: code }))} initial={initial.currency ?? "EUR"} />
      </div>
      <Send label={t(kind === "change" ? "save" : "make")} sendingLabel={forms("sending")} />
    </LiveFields>
  );
  return (
    <Form deed={deeds[kind]} hidden={{ ...hidden, language }} keep={`project-${hidden.project ?? hidden.idea ?? "new"}`} problem={forms("problem")} unreachable={forms("unreachable")}>
      {kind === "change" && <Theirs label={t("theirs")} replace={t("replace")} version={version ?? 0} />}
      <Due now={now}>{kind === "change" ? <Fold label={t("changeTitle")}>{content}</Fold> : <Card>{content}</Card>}</Due>
    </Form>
  );
}
