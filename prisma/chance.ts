import { createHash } from "node:crypto";

/** A number from 0 up to 1 that is always the same for the same words: the invented world has no dice. */
export function chance(...key: (string | number)[]): number {
  return createHash("sha256").update(key.join(" ")).digest().readUInt32BE(0) / 2 ** 32;
}

/** A whole number from `least` to `most`, always the same for the same words. */
export function between(least: number, most: number, ...key: (string | number)[]): number {
  return least + Math.floor(chance(...key) * (most - least + 1));
}

/** An id that is always the same for the same words. */
export function idFor(...key: (string | number)[]): string {
  const hex = createHash("sha256").update(key.join(" ")).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
