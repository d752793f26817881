"use client";
import type { ComponentProps, ReactNode } from "react";
import { useForm } from "#components/ui/form-context.ts";
import { Around, box, useField, type FieldProps } from "#components/ui/field-around.tsx";
import { Shape, more } from "#components/ui/shape.tsx";

type Option = { value: string; label: string; hint?: string };
type Text = FieldProps & { initial?: string; keep?: boolean } & Pick<ComponentProps<"input">, "autoComplete" | "inputMode" | "spellCheck" | "lang" | "enterKeyHint" | "autoCapitalize">;

/** One line of text. */
export function TextField({ initial = "", keep, type = "text", narrow = false, autoComplete = "off", inputMode, spellCheck, lang, enterKeyHint, autoCapitalize, ...field }: Text & { type?: "text" | "email" | "tel" | "date" | "number" | "search"; narrow?: boolean }) {
  const { typed, sending, control } = useField(field);
  return (
    <Around {...field}>
      <input
        {...control} {...{ type, autoComplete, inputMode, spellCheck, lang, enterKeyHint, autoCapitalize }} dir="auto"
        defaultValue={typed ?? initial} data-keep={keep ? initial : undefined} readOnly={sending} className={`${box} ${narrow ? "max-w-code" : ""}`}
      />
    </Around>
  );
}

/** Several lines of text; grows with what is written. */
export function TextArea({ initial = "", keep, rows = 5, autoComplete = "off", spellCheck, lang, ...field }: Omit<Text, "inputMode" | "enterKeyHint" | "autoCapitalize"> & { rows?: number }) {
  const { typed, sending, control } = useField(field);
  return (
    <Around {...field}>
      <textarea
        {...control} {...{ rows, autoComplete, spellCheck, lang }} dir="auto"
        defaultValue={typed ?? initial} data-keep={keep ? initial : undefined} readOnly={sending} className={`${box} field-sizing-content min-h-text resize-y`}
      />
    </Around>
  );
}

/** One of many. `empty` is the line that stands before anything is chosen. */
export function Choice({ options, initial = "", empty, ...field }: FieldProps & { options: Option[]; initial?: string; empty?: string }) {
  const { typed, sending, control } = useField(field);
  const chosen = typed ?? initial;
  return (
    <Around {...field}>
      {/* The key: React resets a select to its very first default after a refused deed. */}
      <div className="relative">
        <select key={chosen} {...control} defaultValue={chosen} disabled={sending} autoComplete="off" className={`${box} appearance-none pe-5`}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
        <span className="pointer-events-none absolute end-2 top-0 flex h-field items-center text-sea"><Shape path={more} /></span>
      </div>
    </Around>
  );
}

/** One of a few, all in sight. */
export function Radios({ options, initial, ...field }: FieldProps & { options: Option[]; initial?: string }) {
  const { id, typed, error, sending, control } = useField(field);
  return (
    <Around {...field} group>
      {options.map((option, at) => (
        <Mark
          key={option.value} {...option} id={at === 0 ? id : `${id}-${at}`} type="radio" name={field.name} disabled={sending}
          defaultChecked={(typed ?? initial) === option.value} invalid={!!error} describedBy={control["aria-describedby"]}
        />
      ))}
    </Around>
  );
}

/** A yes that may be left out. Sends `value` when ticked, nothing otherwise. */
export function Tick({ value = "yes", initial = false, ...field }: FieldProps & { value?: string; initial?: boolean }) {
  const { refused } = useForm();
  const { id, typed, error, sending, control } = useField(field);
  return (
    <Around {...field} bare>
      <Mark
        id={id} type="checkbox" name={field.name} value={value} label={field.label} hint={field.hint} disabled={sending}
        defaultChecked={refused ? typed === value : initial} invalid={!!error} describedBy={control["aria-describedby"]}
      />
    </Around>
  );
}

type MarkProps = { id: string; type: "radio" | "checkbox"; name: string; value: string; label: ReactNode; hint?: ReactNode; disabled: boolean; defaultChecked: boolean; invalid: boolean; describedBy?: string };

function Mark({ label, hint, invalid, describedBy, ...input }: MarkProps) {
  return (
    <label className="flex min-h-target cursor-pointer items-start gap-2 py-1 has-disabled:cursor-progress">
      <input {...input} autoComplete="off" aria-invalid={invalid || undefined} aria-describedby={describedBy} className="size-mark shrink-0 scroll-mt-6 accent-sea" />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-small text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
