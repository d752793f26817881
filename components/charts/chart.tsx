import type { ReactNode } from "react";

/** A drawing and its table in one place: what the drawing shows at a glance, the table says in numbers. */
export function Chart({ caption, note, children }: { caption: ReactNode; note?: ReactNode; children: ReactNode }) {
  return (
    <figure className="min-w-0 space-y-3 break-inside-avoid print:space-y-1">
      <figcaption className="text-1 leading-snug font-bold print:text-[8.5pt]">{caption}</figcaption>
      {children}
      {note && <p className="text-small text-ink-soft print:text-[7pt] print:leading-tight">{note}</p>}
    </figure>
  );
}

/** One place on the line below a chart, such as "Q3" with "2026" under it. */
export type Slot = { label: string; under?: string };

// All measures are shares of the drawing's own width and height, so that it fits every screen and words keep their size.
const headroom = 0.2;

/** How far from the top a value is drawn, as a part of the height. */
export function fromTop(value: number, max: number): number {
  return headroom + (1 - headroom) * (1 - (max > 0 ? value / max : 0));
}

/** A part of the whole as SVG wants it: `25%`. */
export const share = (part: number) => `${Math.round(part * 10_000) / 100}%`;

/** The ground line and the paper a chart is drawn on; read out is the table. */
export function Plot({ children }: { children: ReactNode }) {
  return (
    <svg width="100%" aria-hidden="true" className="block h-[7.75rem] overflow-visible print:h-[16mm]">
      {children}
      <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-line-strong forced-colors:stroke-[CanvasText]" strokeWidth="1.5" />
    </svg>
  );
}

/** The words below the drawing, each under its place. Told by the table, so passed over here. */
export function Slots({ slots }: { slots: readonly Slot[] }) {
  return (
    <div aria-hidden="true" className="flex pt-1 text-center text-tag leading-tight text-ink-soft print:pt-half print:text-[6.5pt]">
      {slots.map(({ label, under }, at) => (
        <span key={at} className="min-w-0 flex-1 basis-0">
          {label}
          {under && <span className="block">{under}</span>}
        </span>
      ))}
    </div>
  );
}
