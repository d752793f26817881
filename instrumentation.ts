/** Before the first request: the environment is whole, and work after commit begins. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { begin } = await import("#lib/begin.ts");
  begin();
}

/** A bug: its kind and place, never a person's words. */
export async function onRequestError(error: unknown, request: { method: string }, context: { routePath: string; routeType: string }) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { faultOf, log } = await import("#lib/log.ts");
  log.error({ ...faultOf(error), method: request.method, route: context.routePath, kind: context.routeType }, "fault");
}
