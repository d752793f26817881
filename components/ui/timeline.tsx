import type { ReactNode } from "react";
import type { IconName } from "#components/ui/icon.tsx";
import { Tag, type Tone } from "#components/ui/tag.tsx";

export type Moment = { when: string; tone?: Tone; icon?: IconName; text: ReactNode };

/** What happened and what comes, in order: when as a tag, then what. */
export function Timeline({ label, moments }: { label?: string; moments: Moment[] }) {
  return (
    <ol role="list" aria-label={label} className="grid gap-3 sm:grid-cols-[fit-content(40%)_minmax(0,1fr)] sm:gap-x-3">
      {moments.map((moment, at) => (
        <li key={at} className="grid gap-y-1 sm:col-span-2 sm:grid-cols-subgrid">
          <div><Tag tone={moment.tone} icon={moment.icon}>{moment.when}</Tag></div>
          <div className="min-w-0 space-y-1">{moment.text}</div>
        </li>
      ))}
    </ol>
  );
}
