import { randomBytes } from "node:crypto";
import { keep, kept, secret } from "./secrets.ts";

export type Keys = { actions: string; ticket: string; appUser: string; authUser: string };

/** This clone's own keys for demo, tests and development: made once, so that a build stays good and tickets keep opening. */
export function keys(): Keys {
  return kept<Keys>("demo.json") ?? keep<Keys>("demo.json", { actions: randomBytes(32).toString("base64"), ticket: randomBytes(32).toString("base64"), appUser: secret(), authUser: secret() });
}
