import "server-only";
import { within } from "#lib/data/within.ts";
import { placeOf, send, whenSent } from "#lib/jobs/jobs.ts";
import { forget } from "./drafts.ts";

/** Unfinished ideas go 15 minutes after their last touch. */
export function workOnIdeas(): void {
  whenSent("forget-draft", (task) =>
    within(placeOf(task), async (db) => {
      const seconds = await forget(db, task.id, new Date());
      if (seconds > 0) await send(db, "forget-draft", task, seconds);
    }),
  );
}
