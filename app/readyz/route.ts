import { isReady } from "#lib/access/ready.ts";

/** May requests be sent here? 503 while the database is away. */
export async function GET() {
  const ready = await isReady();
  return new Response(ready ? "ready\n" : "not ready\n", { status: ready ? 200 : 503, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });
}
