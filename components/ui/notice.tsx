import type { ReactNode } from "react";
import { Shape, eye } from "#components/ui/shape.tsx";

const tones = {
  sea: "border-sea bg-sea-soft", amber: "border-amber bg-amber-soft", moss: "border-moss bg-moss-soft", berry: "border-berry bg-berry-soft",
};

/** Something that happened or needs attention. `status` is told when there is a pause, `alert` at once. */
export function Notice({ tone = "sea", role, title, children }: { tone?: keyof typeof tones; role?: "status" | "alert"; title?: string; children?: ReactNode }) {
  return (
    <div role={role} className={`space-y-1 rounded-field border-2 px-3 py-2 ${tones[tone]}`}>
      {title && <p className="font-bold">{title}</p>}
      {children}
    </div>
  );
}

/** Who sees this: always beside the field it speaks of. */
export function Aside({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div id={id} className="flex items-start gap-2 rounded-e-field border-s-4 border-amber bg-amber-soft px-3 py-2 text-small">
      <span className="py-half text-amber-ink"><Shape path={eye} /></span>
      <div className="min-w-0 space-y-1">{children}</div>
    </div>
  );
}
