import type { ReactNode } from "react";

export type TableCell = { text: string; href?: string; label?: string };
export type TableRow = { head: ReactNode; cells: readonly TableCell[]; strong?: boolean };

/**
 * The numbers behind a chart. On a phone each row stands as its name with its numbers in a small grid below, so nothing moves
 * sideways; the roles are said again, because a table drawn as a grid is no table to some screen readers.
 */
export function ChartTable({ caption, corner, columns, rows }: { caption: string; corner: string; columns: readonly string[]; rows: readonly TableRow[] }) {
  // Up to four columns fit beside each other on the smallest phone: their names stand once on top. More break into lines, each number with its name.
  const isNarrow = columns.length <= 4;
  return (
    <table role="table" className="block w-full text-small sm:table print:text-[7.5pt] print:leading-tight">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className={`sm:table-header-group ${isNarrow ? "block" : "sr-only sm:not-sr-only"}`}>
        <tr role="row" className="grid grid-cols-4 sm:table-row">
          <th role="columnheader" scope="col" className="col-span-4 pe-2 font-normal text-ink-soft max-sm:sr-only sm:py-1 print:py-0">{corner}</th>
          {columns.map((column, at) => <th key={at} role="columnheader" scope="col" className="py-1 pe-1 font-normal text-ink-soft sm:ps-1 sm:pe-0 sm:text-end print:py-0">{column}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block sm:table-row-group">
        {rows.map(({ head, cells, strong = false }, row) => (
          <tr key={row} role="row" className={`grid grid-cols-4 border-t border-line pt-1 sm:table-row print:leading-snug ${strong ? "font-bold" : ""}`}>
            <th role="rowheader" scope="row" className={`col-span-4 pe-2 sm:align-middle ${strong ? "font-bold" : "font-normal"}`}>{head}</th>
            {cells.map((cell, at) => (
              <td key={at} role="cell" className="min-w-0 pe-1 sm:ps-1 sm:pe-0 sm:text-end sm:align-middle">
                {!isNarrow && <span aria-hidden="true" className="block text-tag font-normal text-ink-soft sm:hidden">{columns[at]}</span>}
                <Number {...cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Number({ text, href, label }: TableCell) {
  const shape = "inline-flex min-h-target items-center print:min-h-0";
  return href ? <a href={href} aria-label={label} className={`${shape} min-w-target sm:justify-end print:min-w-0 print:no-underline`}>{text}</a> : <span className={shape}>{text}</span>;
}
