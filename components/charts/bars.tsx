import { useId } from "react";
import { fromTop, Plot, share, Slots, type Slot } from "./chart.tsx";
import { Legend, Patterns, paint } from "./paint.tsx";

/** One row of values, a value for each slot; null where there is none. `texts`: how each value is written on its bar. */
export type Series = { label: string; values: readonly (number | null)[]; texts?: readonly string[] };

type Looks = { slots: readonly Slot[]; series: readonly Series[]; stacked?: boolean; max?: number };

/** Bars slot by slot: of several series beside each other, or stacked on each other. `max` gives several charts one scale. */
export function Bars({ slots, series, stacked = false, max = most(slots, series, stacked) }: Looks) {
  const id = useId().replaceAll(/\W/g, "");
  const columns = stacked ? 1 : series.length;
  const [step, room] = [1 / slots.length, 0.72 / slots.length];
  // Where bars stand close their numbers would run into each other; the table has them all.
  const isWritten = !stacked && slots.length * columns <= 8;
  return (
    <div className="min-w-0">
      <Plot>
        <Patterns id={id} count={series.length} />
        {slots.map((_, at) => {
          const left = step * at + (step - room) / 2;
          return series.map(({ values, texts }, row) => {
            const value = values[at] ?? 0;
            const below = stacked ? series.slice(0, row).reduce((sum, one) => sum + (one.values[at] ?? 0), 0) : 0;
            const [x, y] = [left + (stacked ? 0 : (room / columns) * row), fromTop(below + value, max)];
            const bottom = fromTop(below, max);
            return (
              <g key={`${at} ${row}`}>
                {value > 0 && <rect x={share(x)} y={share(y)} width={share(room / columns)} height={share(bottom - y)} {...paint(id, row)} />}
                {isWritten && values[at] !== null && (
                  <text x={share(x + room / columns / 2)} y={share(y)} dy="-5" textAnchor="middle" className="fill-ink text-tag font-semibold print:text-[7pt]">{texts?.[at] ?? value}</text>
                )}
              </g>
            );
          });
        })}
      </Plot>
      <Slots slots={slots} />
      {series.length > 1 && <Legend id={id} labels={series.map(({ label }) => label)} />}
    </div>
  );
}

function most(slots: readonly Slot[], series: readonly Series[], stacked: boolean): number {
  const heights = slots.map((_, at) => series.map(({ values }) => values[at] ?? 0));
  return Math.max(0, ...heights.map((column) => (stacked ? column.reduce((sum, value) => sum + value, 0) : Math.max(0, ...column))));
}
