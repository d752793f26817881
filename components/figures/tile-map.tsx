import type { Region } from "#lib/figures/compare.ts";
import tiles from "#prisma/content/tiles.json";

/** How one region is drawn: by its shade, striped where it is withheld, empty where there is nothing. */
export type Tile = { region: Region; title: string; fill: { shade: number } | "withheld" | "no data"; /** Its place among the chosen ones, from 1. */ chosen?: number };

const size = 24;
const places: Partial<Record<string, number[]>> = tiles;
const [columns, rows] = [0, 1].map((axis) => 1 + Math.max(...Object.values(tiles).map((place) => place[axis] ?? 0)));

/** The lightest to the darkest. */
const opacities = [0.2, 0.45, 0.7, 1] as const;

/** One tile for each region, about where it lies. The numbers of the chosen ones are those of the list beside the map. */
export function TileMap({ label, tiles: drawn }: { label: string; tiles: readonly Tile[] }) {
  return (
    <svg viewBox={`-2 -2 ${(columns ?? 0) * size + 4} ${(rows ?? 0) * size + 4}`} role="img" aria-label={label} className="w-full max-w-measure">
      <Stripes />
      {drawn.map((tile) => <Drawn key={tile.region.code} {...tile} />)}
    </svg>
  );
}

/** A tile alone, as it stands in the legend below its map. */
export function Swatch({ fill }: Pick<Tile, "fill">) {
  return <svg viewBox="0 0 20 20" aria-hidden="true" className="size-icon shrink-0"><rect x="1" y="1" width="18" height="18" rx="3" strokeWidth="1" {...looks(fill)} /></svg>;
}

function Drawn({ region, title, fill, chosen }: Tile) {
  const [column, row] = places[region.code] ?? [];
  if (column === undefined || row === undefined) return null;
  const [x, y] = [column * size, row * size];
  return (
    <g>
      <title>{title}</title>
      <rect x={x + 1} y={y + 1} width={size - 2} height={size - 2} rx="3" strokeWidth="1" {...looks(fill)} />
      {chosen !== undefined && (
        <>
          <rect x={x + 1} y={y + 1} width="13" height="13" rx="3" className="fill-surface" />
          <text x={x + 7.5} y={y + 7.5} dy=".36em" textAnchor="middle" fontSize="12" fontWeight="700" className="fill-ink">{chosen}</text>
          <rect x={x + 1} y={y + 1} width={size - 2} height={size - 2} rx="3" fill="none" strokeWidth="2.5" className="stroke-ink" />
        </>
      )}
    </g>
  );
}

function looks(fill: Tile["fill"]): { className: string; fill?: string; fillOpacity?: number } {
  if (fill === "no data") return { className: "fill-sunk stroke-line" };
  if (fill === "withheld") return { className: "stroke-line-strong", fill: "url(#withheld)" };
  return { className: "fill-sea stroke-line-strong", fillOpacity: opacities[fill.shade] ?? 1 };
}

function Stripes() {
  return (
    <defs>
      <pattern id="withheld" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-surface" />
        <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" strokeWidth="1.5" className="stroke-line-strong" />
      </pattern>
    </defs>
  );
}
