import { fromTop, Plot, share, Slots, type Slot } from "./chart.tsx";

/** One line of dots, a dot for each slot; it breaks where there is no value. */
export function Dots({ slots, values, texts, max }: { slots: readonly Slot[]; values: readonly (number | null)[]; texts: readonly string[]; max: number }) {
  const across = (at: number) => share((at + 0.5) / slots.length);
  const isWritten = slots.length <= 6;
  return (
    <div className="min-w-0">
      <Plot>
        <line x1="0" x2="100%" y1={share(fromTop(max, max))} y2={share(fromTop(max, max))} className="stroke-line forced-colors:stroke-[GrayText]" strokeDasharray="3 5" />
        {values.map((value, at) => {
          const next = values[at + 1] ?? null;
          return value !== null && next !== null && (
            <line key={at} x1={across(at)} y1={share(fromTop(value, max))} x2={across(at + 1)} y2={share(fromTop(next, max))} strokeWidth="2" className="stroke-sea forced-colors:stroke-[CanvasText]" />
          );
        })}
        {values.map((value, at) => value !== null && (
          <g key={at}>
            <circle cx={across(at)} cy={share(fromTop(value, max))} r="5.5" className="fill-sea stroke-surface forced-colors:fill-[CanvasText]" strokeWidth="2" />
            {/* Near the ground the number stands above its dot, elsewhere below: so it never leaves the drawing. */}
            {isWritten && <text x={across(at)} y={share(fromTop(value, max))} dy={value < max / 3 ? -11 : 22} textAnchor="middle" className="fill-ink text-tag font-semibold print:text-[7pt]">{texts[at]}</text>}
          </g>
        ))}
      </Plot>
      <Slots slots={slots} />
    </div>
  );
}
