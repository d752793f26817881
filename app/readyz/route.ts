import { isReady } from "#lib/access/ready.ts";
import { ending } from "#lib/ending.ts";

/** May requests be sent here? 503 while the database is away and once the product has been asked to stop. */
export async function GET() {
  const ready = !ending.asked && (await isReady());
  return new Response(ready ? "ready\n" : "not ready\n", { status: ready ? 200 : 503, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });
}
