import { Tag } from "#components/ui/tag.tsx";

/** Where somebody is on a short way: "Step 1 of 3" in words, the steps as a quiet line below. `now` counts from 1. */
export function Steps({ tag, label, steps, now }: { tag: string; label: string; steps: string[]; now: number }) {
  return (
    <div className="space-y-2">
      <Tag tone="sea">{tag}</Tag>
      <ol role="list" aria-label={label} className="flex gap-1">
        {steps.map((step, at) => (
          <li key={step} aria-current={at + 1 === now ? "step" : undefined} className={`min-w-0 flex-1 border-t-4 pt-half ${bar(at + 1, now)}`}>
            <span className="sr-only text-small sm:not-sr-only">{step}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function bar(step: number, now: number) {
  if (step < now) return "border-sea text-ink-soft";
  if (step === now) return "border-amber font-semibold forced-colors:border-[Highlight]";
  return "border-line text-ink-soft forced-colors:border-[GrayText]";
}
