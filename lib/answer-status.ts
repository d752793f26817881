import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "./once.ts";

/** What a page wants to say about its answer as a whole: a page that is drawn is 200 to the framework. */
type Said = { status?: number; /** A form came to a page, and no deed has begun with it yet. */ unread?: boolean };

const said = once("answering", () => new AsyncLocalStorage<Said>());

/** Answers one request; `status()` is the framework's status, or what was said in the meantime. `unread`: it carries a form for a deed. */
export function answering<T>({ unread }: { unread: boolean }, work: (status: (given: number) => number) => T): T {
  const words: Said = { unread };
  return said.run(words, () => work((given) => words.status ?? (given === 500 && words.unread ? 400 : given)));
}

/** This answer is a "not found", though its page is drawn. Without our own server (`npm run dev`) it stays 200. */
export function sayNotFound(): void {
  const words = said.getStore();
  if (words) words.status = 404;
}

/** A deed begins: from here on what goes wrong is our fault, before it was a form that nobody can read. */
export function sayBegun(): void {
  const words = said.getStore();
  if (words) words.unread = false;
}

/** True while nobody has been able to read the form that came. */
export const isUnread = (): boolean => said.getStore()?.unread ?? false;
