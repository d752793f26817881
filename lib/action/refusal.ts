import { notFound } from "next/navigation";
import { uuidShape } from "#lib/data/shapes.ts";

type Words = Record<string, string | number>;
type TheirText = { text: string; by: string; at: Date; version: number };

/** An expected no: thrown where the rule lives; its key names a sentence under `refusals` in the catalogue. */
export class Refusal extends Error {
  readonly key: string;
  /** `field`: the no is about this one field and stands beside it. `way`: where in one's account to do first what is missing, a key under `ways`. */
  readonly given: { words?: Words; theirs?: TheirText; field?: string; way?: "prove" };
  constructor(key: string, given: Refusal["given"] = {}) {
    super(key);
    this.key = key;
    this.given = given;
  }
}

/** The row, or not found: the same answer for "not yours", "not there" and "not any more". */
export function here<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) notFound();
  return row;
}

/** The id in an address, or not found: what cannot be an id is not asked of the database. */
export function idIn(address: string): string {
  return here(uuidShape.test(address.toLowerCase()) ? address.toLowerCase() : null);
}
