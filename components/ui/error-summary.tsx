"use client";
import { useForm } from "#components/ui/form-context.ts";

/** What was wrong, all at once, at the top of the form; each line leads to its field. */
export function ErrorSummary({ problem, refusal }: { problem: string; refusal?: string }) {
  const { wrong, idOf } = useForm();
  const fields = Object.entries(wrong);
  if (!refusal && fields.length === 0) return null;
  return (
    <div data-answer="" role="alert" tabIndex={-1} autoFocus className="space-y-1 rounded-field border-2 border-berry bg-berry-soft px-3 py-2">
      <p className="font-bold">{problem}</p>
      {refusal && <p>{refusal}</p>}
      {fields.length > 0 && (
        <ul role="list">
          {fields.map(([name, message]) => (
            <li key={name}><a href={`#${idOf(name)}`} className="inline-flex min-h-target items-center text-berry">{message}</a></li>
          ))}
        </ul>
      )}
    </div>
  );
}
