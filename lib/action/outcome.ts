/** What was typed: carried back with every no, so that nothing is lost with or without JavaScript. */
export type Typed = Record<string, string>;

/** Somebody else's text that was saved in the meantime. */
export type Theirs = { text: string; by: string; at: string; version: number };

/** Where to do first what is missing; in a window of its own, so that what was typed stays. */
export type Way = { href: string; label: string };

/** What a deed answers. Every sentence in it is already in the reader's language. */
export type Outcome =
  | { ok: true; subject: string; /** What a deed at the door hands to the page: a question for the device. */ handed?: string }
  | { ok: false; typed: Typed; refusal?: string; fields?: Record<string, string>; theirs?: Theirs; way?: Way };

/** Begins the sentence that our server answers in place of a deed. */
export const fromTheDoor = "sempre: ";

export const untouched: Outcome = { ok: false, typed: {} };

export type ServerDeed = (previous: Outcome, form: FormData) => Promise<Outcome>;
