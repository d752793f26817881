import type { ReactNode } from "react";

export type TableCell = { text: string; href?: string; label?: string };
export type TableRow = { head: ReactNode; cells: readonly TableCell[]; strong?: boolean };

/**
 * The numbers behind a chart; its looks stand in app/globals.css, since a page has hundreds of cells. On a phone each row stands as its name with its numbers in a small grid below, so nothing moves
 * sideways; the roles are said again, because a table drawn as a grid is no table to some screen readers.
 */
export function ChartTable({ caption, corner, columns, rows }: { caption: string; corner: string; columns: readonly string[]; rows: readonly TableRow[] }) {
  // Up to four columns fit beside each other on the smallest phone: their names stand once on top. More break into lines, each number with its name.
  const isNarrow = columns.length <= 4;
  return (
    <table role="table" className="chart-table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className={`sm:table-header-group ${isNarrow ? "block" : "sr-only sm:not-sr-only"}`}>
        <tr role="row">
          <th role="columnheader" scope="col">{corner}</th>
          {columns.map((column, at) => <th key={at} role="columnheader" scope="col">{column}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ head, cells, strong = false }, row) => (
          <tr key={row} role="row" className={strong ? "strong" : undefined}>
            <th role="rowheader" scope="row">{head}</th>
            {cells.map((cell, at) => (
              <td key={at} role="cell">
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
  return href ? <a href={href} aria-label={label}>{text}</a> : <span>{text}</span>;
}
