"use client";
import type { ReactNode } from "react";
import { useForm } from "#components/ui/form-context.ts";
import { Aside } from "#components/ui/notice.tsx";
import { Shape, stop } from "#components/ui/shape.tsx";

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Told to assistive technology; never checked by the browser, so the words are the same with and without script. */
  required?: boolean;
  /** A word beside the label, such as "may be left out". */
  mark?: string;
  /** Who will see what is written here: stands beside the field. */
  whoSees?: ReactNode;
};

export const box = "block min-h-field w-full scroll-mt-6 rounded-field border-2 border-line-strong bg-surface px-2 py-2 text-ink aria-invalid:border-berry";

/** What every field needs from its form. */
export function useField({ name, hint, required, whoSees }: FieldProps) {
  const { typed, wrong, sending, idOf } = useForm();
  const id = idOf(name);
  const error = wrong[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`, whoSees && `${id}-who`].filter(Boolean).join(" ");
  const control = { id, name, "aria-invalid": error ? true : undefined, "aria-required": required || undefined, "aria-describedby": described || undefined } as const;
  return { id, typed: typed[name], error, sending, control };
}

/** Label, hint, error, the field itself, who sees it. `group` asks its label as a question over several marks. */
export function Around({ children, group = false, bare = false, ...field }: FieldProps & { children: ReactNode; group?: boolean; bare?: boolean }) {
  const { id, error } = useField(field);
  const { label, hint, mark, whoSees } = field;
  const name = <>{label}{mark && <span className="font-normal text-ink-soft"> {mark}</span>}</>;
  const said = (
    <>
      {hint && !bare && <p id={`${id}-hint`} className="text-small text-ink-soft">{hint}</p>}
      {error && <p id={`${id}-error`} className="flex items-start gap-1 font-strong text-berry"><Shape path={stop} />{error}</p>}
    </>
  );
  const below = whoSees && <div className="pt-1"><Aside id={`${id}-who`}>{whoSees}</Aside></div>;

  if (bare) return <div className="space-y-1">{said}{children}{below}</div>;
  if (group) return <fieldset className="min-w-0 space-y-1"><legend className="font-strong">{name}</legend>{said}{children}{below}</fieldset>;
  return <div className="space-y-1"><label htmlFor={id} className="block font-strong">{name}</label>{said}{children}{below}</div>;
}
