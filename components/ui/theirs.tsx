"use client";
import { useForm } from "#components/ui/form-context.ts";

/**
 * Somebody else saved meanwhile: both texts stand side by side. Carries the version the reader has seen, so that
 * sending again replaces the text that was shown and no other.
 */
export function Theirs({ label, replace, version }: { label: string; replace: string; version: number | string }) {
  const { theirs, typed } = useForm();
  return (
    <>
      <input type="hidden" name="version" value={String(theirs?.version ?? typed.version ?? version)} />
      {theirs && (
        <div data-answer="" role="alert" tabIndex={-1} autoFocus className="space-y-2 rounded-field border-2 border-amber bg-amber-soft px-3 py-2">
          <p className="font-bold">{label}</p>
          <p className="text-small text-amber-ink">{theirs.by} · {theirs.at}</p>
          <blockquote dir="auto" className="rounded-field bg-surface px-3 py-2 whitespace-pre-line">{theirs.text}</blockquote>
          <p>{replace}</p>
        </div>
      )}
    </>
  );
}
