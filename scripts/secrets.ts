/** What this clone keeps to itself under .data/: random, and readable by its owner alone. */
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "..", ".data");

export const secret = () => randomBytes(24).toString("base64url");

/** A file of .data/, or undefined where there is none (or a half-written one of another age). */
export function kept<T>(name: string): T | undefined {
  const file = path.join(folder, name);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** Writes a file of .data/ whole or not at all. */
export function keep<T>(name: string, content: T): T {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = path.join(folder, name);
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return content;
}
