import { keepsUp } from "#lib/lag.ts";

/** Is the process alive and does it keep up? Asks nobody else. */
export function GET() {
  const well = keepsUp();
  return new Response(well ? "ok\n" : "late\n", { status: well ? 200 : 503, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });
}
