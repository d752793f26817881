"use client";
import { useForm } from "#components/ui/form-context.ts";

/** What was typed in fields that cannot be drawn just now goes along unseen with the next try. */
export function Carried({ names }: { names: string[] }) {
  const { typed } = useForm();
  return names.filter((name) => typed[name]).map((name) => <input key={name} type="hidden" name={name} value={typed[name]} />);
}
