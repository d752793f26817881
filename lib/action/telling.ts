import "server-only";
import { headers } from "next/headers";
import type { Ability } from "#lib/access/abilities.ts";
import { isLostConnection } from "#lib/data/lost.ts";
import { faultOf, log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import { numberHeader, numberIn } from "#lib/request-number.ts";
import type { Outcome } from "./outcome.ts";

type Telling = {
  /** It ended with an answer: a line and a count. */
  answered: (outcome: Outcome, place?: string) => void;
  /** It was thrown out: a count, and a line where the database was away. Not found needs none, a fault gets its own. */
  thrown: (error: unknown) => void;
};

/** Begins to time a deed, for the log and the metrics. */
export async function telling(deed: Ability): Promise<Telling> {
  const request = numberIn((await headers()).get(numberHeader));
  const began = performance.now();
  const count = (outcome: string) => {
    const ms = performance.now() - began;
    metrics.deeds.inc({ deed, outcome });
    metrics.deedSeconds.observe({ deed }, ms / 1000);
    return Math.round(ms);
  };
  return {
    answered(outcome, place) {
      const ms = count(outcome.ok ? "done" : outcome.fields ? "fields" : "refused");
      log.info({ request, deed, place, ok: outcome.ok, ms }, "deed");
    },
    thrown(error) {
      if (!isLostConnection(error)) return void count(isNotFound(error) ? "not found" : "fault");
      count("away");
      metrics.away.inc({ during: "deed" });
      log.warn({ request, deed, ...faultOf(error) }, "database away");
    },
  };
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_HTTP_ERROR_FALLBACK;404");
}
