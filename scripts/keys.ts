import { randomBytes } from "node:crypto";
import path from "node:path";
import { keep, kept, secret } from "./secrets.ts";

export type Keys = { actions: string; ticket: string; auth: string; appUser: string; authUser: string; publisher: string };

/** Where the demo lays its letters: none leaves the computer. */
export const demoLetters = path.resolve(import.meta.dirname, "..", ".data", "mail");

/** This clone's own keys for demo, tests and development: made once, so that a build stays good and tickets keep opening. */
export function keys(): Keys {
  const before = kept<Partial<Keys>>("demo.json");
  const made = { actions: random(), ticket: random(), auth: random(), appUser: secret(), authUser: secret(), publisher: secret() };
  // A clone of an earlier day lacks what has come since.
  const all = { ...made, ...before };
  return Object.keys(made).every((name) => name in (before ?? {})) ? all : keep("demo.json", all);
}

const random = () => randomBytes(32).toString("base64");
