import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { uuidShape } from "#lib/data/shapes.ts";
import { env } from "#lib/env.ts";

/** How long a letter works, in seconds, and how many wrong digits end it. */
export const letterSeconds = 600;
export const mostTries = 5;

const derived = (purpose: string, id: string) => createHmac("sha256", env().AUTH_SECRET).update(`${purpose}\0${id}`).digest();

/** What a letter's link carries: which letter, and the secret that proves it. The secret is stored nowhere. */
export function letterKey(id: string): string {
  return `${id}.${derived("sign-in link", id).toString("base64url")}`;
}

/** The six digits that stand in the same letter, for when it is read on another device. */
export function letterDigits(id: string): string {
  return sixOf("sign-in digits", id);
}

/** Six digits that prove anew who somebody is, where they are signed in: never those of a letter by which one comes in. */
export function proofDigits(id: string): string {
  return sixOf("proof digits", id);
}

/** The letter that a link names; null where the secret is not its own. */
export function letterOf(key: string): string | null {
  const id = key.slice(0, 36);
  return uuidShape.test(id) && same(key, letterKey(id)) ? id : null;
}

export function areDigitsOf(id: string, digits: string): boolean {
  return same(digits, letterDigits(id));
}

export function areProofDigitsOf(id: string, digits: string): boolean {
  return same(digits, proofDigits(id));
}

const sixOf = (purpose: string, id: string) => String(derived(purpose, id).readUIntBE(0, 6) % 1_000_000).padStart(6, "0");

/** What a browser keeps that somebody has signed in with: a number of its own, and a sign that it was given for this address. It names nobody. */
export function knownSign(email: string, number: string = randomUUID()): string {
  return `${number}.${derived("known browser", `${number} ${email}`).toString("base64url")}`;
}

/** The number of a browser that was given such a sign for this address; null for every other. */
export function numberKnownFor(email: string, sign: string): string | null {
  const number = sign.slice(0, 36);
  return uuidShape.test(number) && same(sign, knownSign(email, number)) ? number : null;
}

// How long a comparison takes must not tell how much of it was right.
function same(claim: string, truth: string): boolean {
  const [one, other] = [Buffer.from(claim), Buffer.from(truth)];
  return one.length === other.length && timingSafeEqual(one, other);
}
