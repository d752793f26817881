/** What the product puts away when it is asked to stop, once its running requests are answered. */
type Ending = { asked: boolean; closes: (() => Promise<unknown>)[] };

// The starting script and the built product load this file separately; they meet at this one name.
const shared: { [place: symbol]: Ending | undefined } = globalThis;
const place = Symbol.for("sempre.ending");

/** `asked`: no new visitors, please (/readyz says so). `closes`: connections and jobs to end, the last opened first. */
export const ending: Ending = (shared[place] ??= { asked: false, closes: [] });
