import { once } from "./once.ts";

/** What the product puts away when it is asked to stop, once its running requests are answered. */
type Ending = { asked: boolean; closes: (() => Promise<unknown>)[] };

/** `asked`: no new visitors, please (/readyz says so). `closes`: connections and jobs to end, the last opened first. */
export const ending: Ending = once("ending", () => ({ asked: false, closes: [] }));
