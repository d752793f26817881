import { randomBytes } from "node:crypto";

export const numberHeader = "x-request-id";
const shape = /^[\w-]{6,64}$/;
const signs = "23456789bcdfghjkmnpqrstvwxyz"; // none that sounds or looks like another, and no words

/** A number for a request, short enough to be read out on the phone; the log knows it. */
export function newNumber(): string {
  return Array.from(randomBytes(8), (byte) => signs[byte % signs.length]).join("");
}

/** The number that a request carries, if it is one. */
export function numberIn(carried: string | string[] | null | undefined): string | undefined {
  return typeof carried === "string" && shape.test(carried) ? carried : undefined;
}
