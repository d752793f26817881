import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";

/** More on the same, folded until somebody wants it, or `open` until somebody folds it. */
export function Unfold({ label, open = false, children }: { label: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="group" open={open}>
      <summary className="inline-flex min-h-target items-center gap-1 font-strong text-sea">
        <span className="group-open:rotate-180"><Icon name="more" /></span>
        {label}
      </summary>
      <div className="space-y-2 py-1">{children}</div>
    </details>
  );
}
