import type { ReactNode } from "react";

const tones = { surface: "border-line bg-surface", sea: "border-transparent bg-sea-soft", sunk: "border-transparent bg-sunk" };

/** One thing to look at, on its own ground. Name it by its heading's id when it is a landmark worth jumping to. */
export function Card({ tone = "surface", labelledBy, id, children }: { tone?: keyof typeof tones; labelledBy?: string; id?: string; children: ReactNode }) {
  return <section id={id} aria-labelledby={labelledBy} className={`space-y-3 rounded-card border p-3 sm:p-4 print:border-line ${tones[tone]}`}>{children}</section>;
}
