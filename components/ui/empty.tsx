import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";

/** Nothing here yet: says what will be here, how it comes, and the one thing to do now. */
export function Empty({ title, icon, action, children }: { title: string; icon?: IconName; action?: ReactNode; children?: ReactNode }) {
  return (
    <div className="space-y-2 rounded-card border-2 border-dashed border-line px-3 py-4 sm:px-4">
      {icon && <span className="block text-sea"><Icon name={icon} large /></span>}
      <p className="text-1 leading-snug font-bold">{title}</p>
      {children && <div className="max-w-measure space-y-2 text-ink-soft">{children}</div>}
      {action && <div className="pt-1">{action}</div>}
    </div>
  );
}
