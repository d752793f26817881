/** What was typed: carried back with every no, so that nothing is lost with or without JavaScript. */
export type Typed = Record<string, string>;

/** Somebody else's text that was saved in the meantime. */
export type Theirs = { text: string; by: string; at: string; version: number };

/** What a deed answers. Every sentence in it is already in the reader's language. */
export type Outcome =
  | { ok: true; subject: string }
  | { ok: false; typed: Typed; refusal?: string; fields?: Record<string, string>; theirs?: Theirs };

export const untouched: Outcome = { ok: false, typed: {} };

export type ServerDeed = (previous: Outcome, form: FormData) => Promise<Outcome>;
