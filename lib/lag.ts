import { monitorEventLoopDelay } from "node:perf_hooks";
import { once } from "./once.ts";

const tooLong = 1e9; // one second, in nanoseconds

// The mean over the last ten seconds at most: one long piece of work is not yet an illness.
const delay = once("lag", () => {
  const watched = monitorEventLoopDelay({ resolution: 20 });
  watched.enable();
  setInterval(() => watched.reset(), 10_000).unref();
  return watched;
});

/** Does this process still get round to its work within a second? */
export const keepsUp = (): boolean => !(delay.mean > tooLong); // NaN right after a beginning
