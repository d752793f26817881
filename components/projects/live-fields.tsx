"use client";
import "./checks-without-eval.ts"; // first: schemas read it when they are made
import { useMemo, useState, type FocusEvent, type ReactNode } from "react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm as useChecks } from "react-hook-form";
import { FormContext, useForm } from "#components/ui/form-context.ts";
import { AdoptedIdea, BegunProject, ChangedProject } from "#lib/projects/project.ts";

const schemas = { adopt: AdoptedIdea, begin: BegunProject, change: ChangedProject };
export type ProjectFormKind = keyof typeof schemas;

/**
 * Says beside a field what is wrong as soon as it is left, by the schema that the deed asks too. The fields stay the
 * form's own: without script they are sent as they are. `sentences`: by the keys of the schema's messages.
 */
export function LiveFields({ kind, sentences, children }: { kind: ProjectFormKind; sentences: Record<string, string>; children: ReactNode }) {
  const form = useForm();
  const checks = useChecks<Record<string, string>>({ resolver: zodResolver<Record<string, string>, unknown, Record<string, string>>(schemas[kind] as never) });
  const [left, setLeft] = useState<{ under: object; wrong: Record<string, string> }>({ under: {}, wrong: {} });
  // What the server has said since counts; what was found before it is forgotten.
  const state = useMemo(() => (left.under === form.wrong ? { ...form, wrong: withoutEmpty({ ...form.wrong, ...left.wrong }) } : form), [form, left]);

  async function check({ target, relatedTarget }: FocusEvent<HTMLElement>) {
    // A sentence that comes while a button is pressed would move it from under the finger.
    if (relatedTarget instanceof HTMLButtonElement || !isField(target) || !target.form) return;
    const { name } = target;
    for (const [field, value] of new FormData(target.form)) if (typeof value === "string") checks.setValue(field, value);
    await checks.trigger(name);
    const message = checks.getFieldState(name).error?.message ?? "";
    setLeft((before) => ({ under: form.wrong, wrong: { ...(before.under === form.wrong && before.wrong), [name]: message && (sentences[message] ?? "") } }));
  }

  return <FormContext value={state}><div className="space-y-4" onBlur={check}>{children}</div></FormContext>;
}

function isField(target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function withoutEmpty(wrong: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(wrong).filter(([, sentence]) => sentence !== ""));
}
