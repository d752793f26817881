import type { ReactNode } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";

export type Tone = "sea" | "amber" | "moss" | "berry" | "plain";

const tones: Record<Tone, string> = {
  sea: "bg-sea-soft text-sea", amber: "bg-amber-soft text-amber-ink", moss: "bg-moss-soft text-moss", berry: "bg-berry-soft text-berry", plain: "bg-sunk text-ink-soft",
};

/** A state as a word; the colour only helps to find it again. */
export function Tag({ tone = "plain", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`tag ${tones[tone]}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
