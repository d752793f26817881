import type { ReactNode } from "react";

/** Term and value: beside each other where there is room, below each other on a phone. */
export function Facts({ facts }: { facts: { term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-2 sm:grid-cols-[fit-content(40%)_minmax(0,1fr)] sm:gap-x-4">
      {facts.map((fact, at) => (
        <div key={at} className="min-w-0 sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt className="text-ink-soft">{fact.term}</dt>
          <dd className="min-w-0">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
