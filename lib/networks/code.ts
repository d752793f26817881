import "server-only";
import { createHash } from "node:crypto";
import type { Db } from "#lib/data/within.ts";

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's
const tries = 5;

/** A new code for the network's poster, made from the form's random id: the same form again is the same code. False when it has one. */
export async function giveCode(db: Db, networkId: string, formId: string): Promise<boolean> {
  // A code that another network here bears already is skipped, and the next one tried.
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const given = await db.visitorCode.createManyAndReturn({ data: { networkId, code: codeFrom(formId, attempt) }, skipDuplicates: true, select: { code: true } });
    if (given.length > 0) return true;
  }
  return false;
}

/** The codes a form may end in. */
export function codesFrom(formId: string): string[] {
  return Array.from({ length: tries }, (_, attempt) => codeFrom(formId, attempt));
}

function codeFrom(formId: string, attempt: number): string {
  return [...createHash("sha256").update(`${formId} ${attempt}`).digest().subarray(0, 6)].map((byte) => letters[byte % letters.length]).join("");
}
