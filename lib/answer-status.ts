import { AsyncLocalStorage } from "node:async_hooks";

/** What a page wants to say about its answer as a whole: a page that is drawn is 200 to the framework. */
type Said = { status?: number };

// The starting script and the built product load this file separately; they meet at this one name.
const shared: { [place: symbol]: AsyncLocalStorage<Said> | undefined } = globalThis;
const said = (shared[Symbol.for("sempre.answering")] ??= new AsyncLocalStorage<Said>());

/** Answers one request; `status()` is what a page has said in the meantime. */
export function answering<T>(work: (status: () => number | undefined) => T): T {
  const words: Said = {};
  return said.run(words, () => work(() => words.status));
}

/** This answer is a "not found", though its page is drawn. Without our own server (`npm run dev`) it stays 200. */
export function sayNotFound(): void {
  const words = said.getStore();
  if (words) words.status = 404;
}
