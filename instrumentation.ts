/** Before the first request: the environment is whole, and work after commit begins. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { begin } = await import("#lib/begin.ts");
  begin();
}

/** A bug: its kind and place, never a person's words. */
export async function onRequestError(error: unknown, request: { method: string; headers: Record<string, string | string[] | undefined> }, context: { routePath: string; routeType: string }) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ faultOf, log }, { isUnread }, { metrics }, { numberHeader, numberIn }] = await Promise.all([import("#lib/log.ts"), import("#lib/answer-status.ts"), import("#lib/metrics.ts"), import("#lib/request-number.ts")]);
  const asked = { request: numberIn(request.headers[numberHeader]), method: request.method, route: context.routePath };
  if (isUnread()) return log.info(asked, "unreadable form"); // a stranger's, not ours
  metrics.faults.inc({ route: context.routePath });
  log.error({ ...asked, ...faultOf(error), kind: context.routeType }, "fault");
}
