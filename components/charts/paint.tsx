// Five ways to fill a bar that stay apart without colour: full, slanted lines, dots, empty, level lines. Printed they are black on white.
const inks = ["text-sea", "text-amber-ink", "text-moss", "text-ink", "text-berry"] as const;
const marks = [null, "M-2 2l4-4M0 8l8-8M6 10l4-4", "M2 4a2 2 0 1 0 4 0a2 2 0 1 0 -4 0", null, "M0 4h8"] as const;

type Fill = { fill: string; stroke: string; strokeWidth: number; className: string };

/** How the series at this place is filled. In forced colours everything is drawn in the system's own ink. */
export function paint(id: string, at: number): Fill {
  const place = at % inks.length;
  const fill = place === 0 ? "currentColor" : place === 3 ? "none" : `url(#${id}-${place})`;
  return { fill, stroke: "currentColor", strokeWidth: 1.5, className: `${inks[place] ?? inks[0]} forced-colors:text-[CanvasText]` };
}

/** The patterns of one chart; `id` keeps them apart from other charts' on the page. */
export function Patterns({ id, count }: { id: string; count: number }) {
  return (
    <defs>
      {marks.map((mark, at) => mark && at < count && (
        <pattern key={at} id={`${id}-${at}`} width="8" height="8" patternUnits="userSpaceOnUse" className={`${inks[at]} forced-colors:text-[CanvasText]`}>
          <path d={mark} fill={at === 2 ? "currentColor" : "none"} stroke="currentColor" strokeWidth={at === 2 ? 0 : 2.5} />
        </pattern>
      ))}
    </defs>
  );
}

/** Which filling means what. The table says the same in words, so it is passed over. */
export function Legend({ id, labels }: { id: string; labels: readonly string[] }) {
  return (
    <ul role="list" aria-hidden="true" className="flex flex-wrap gap-x-3 gap-y-half pt-2 text-tag leading-snug print:gap-x-2 print:pt-half print:text-[6.5pt]">
      {labels.map((label, at) => (
        <li key={label} className="flex items-center gap-1">
          <svg width="18" height="14" className="shrink-0"><rect x="1" y="1" width="16" height="12" {...paint(id, at)} /></svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
