import type { ReactNode } from "react";

type Inside = { children: ReactNode };
type Gap = "small" | "normal" | "large";

/** The wide page of people who work here. `id="content"` is where the skip link leads. */
export function Page({ children }: Inside) {
  return <main id="content" tabIndex={-1} className="mx-auto max-w-page space-y-4 px-3 py-4 sm:px-4 print:p-0">{children}</main>;
}

/** One column to read and write in: what a participant sees. */
export function Narrow({ children }: Inside) {
  return <main id="content" tabIndex={-1} className="mx-auto max-w-measure space-y-4 px-3 py-4">{children}</main>;
}

const gaps: Record<Gap, string> = { small: "space-y-2", normal: "space-y-3", large: "space-y-4" };

/** Things below each other, with air. */
export function Stack({ gap = "normal", children }: Inside & { gap?: Gap }) {
  return <div className={gaps[gap]}>{children}</div>;
}

/** Things beside each other, wrapping where there is no room; `spread` puts them at the two ends. */
export function Row({ spread = false, tight = false, children }: Inside & { spread?: boolean; tight?: boolean }) {
  return <div className={`flex flex-wrap items-center ${tight ? "gap-1" : "gap-2"} ${spread ? "justify-between" : ""}`}>{children}</div>;
}

/** Cards beside each other, as many as fit; never wider than the page. */
export function Grid({ wide = false, children }: Inside & { wide?: boolean }) {
  const columns = wide ? "items-start grid-cols-[repeat(auto-fit,minmax(min(100%,26rem),1fr))]" : "grid-cols-[repeat(auto-fit,minmax(min(100%,18rem),1fr))]";
  return <div className={`grid gap-3 ${columns}`}>{children}</div>;
}

/** Rows of a list, parted by a thin line. */
export function Rows({ label, children }: Inside & { label?: string }) {
  return <ul role="list" aria-label={label} className="divide-y divide-line">{children}</ul>;
}

/** One row of `Rows`. */
export function RowItem({ children }: Inside) {
  return <li className="space-y-2 py-3 first:pt-0 last:pb-0">{children}</li>;
}

/** On screen only: left out when the page is printed. */
export function ScreenOnly({ children }: Inside) {
  return <div className="print:hidden">{children}</div>;
}
