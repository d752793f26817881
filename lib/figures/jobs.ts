import "server-only";
import { asPublisher } from "#lib/data/publisher.ts";
import { whenSent } from "#lib/jobs/jobs.ts";
import { log } from "#lib/log.ts";
import { releaseQuarters } from "./release.ts";

/** Closed quarters are published, once each: asked for every night and when the product starts. */
export function workOnFigures(): void {
  whenSent("publish-figures", async () => {
    const quarters = await asPublisher((connection) => releaseQuarters(connection));
    if (quarters.length > 0) log.info({ quarters }, "figures published");
  });
}
