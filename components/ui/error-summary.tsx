"use client";
import { useForm } from "#components/ui/form-context.ts";
import type { Way } from "#lib/action/outcome.ts";

/** Leads to what is to be done first, in a window of its own: what was typed here stays, also without script. */
export function WayLink({ href, label }: Way) {
  return <a href={href} target="_blank" className="inline-flex min-h-target items-center font-strong">{label}</a>;
}

/** What was wrong, all at once, at the top of the form; each line leads to its field. */
export function ErrorSummary({ problem, refusal, way }: { problem: string; refusal?: string; way?: Way }) {
  const { wrong, idOf } = useForm();
  const fields = Object.entries(wrong);
  if (!refusal && fields.length === 0) return null;
  return (
    <div data-answer="" role="alert" tabIndex={-1} autoFocus className="space-y-1 rounded-field border-2 border-berry bg-berry-soft px-3 py-2">
      <p className="font-bold">{problem}</p>
      {refusal && <p>{refusal}</p>}
      {way && <WayLink {...way} />}
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
