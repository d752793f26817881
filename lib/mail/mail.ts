import "server-only";
import { env } from "#lib/env.ts";
import { deliver, lettersIn, type Letter } from "./deliver.ts";

/** Sends a letter by the way the environment names. Called from jobs, never inside a deed. */
export function sendLetter(letter: Letter): Promise<void> {
  return deliver(letter, env());
}

/** The newest letters that were laid into a folder; none where letters really go out. */
export async function laidLetters(): Promise<(Letter & { name: string })[]> {
  const { MAIL_FOLDER } = env();
  return MAIL_FOLDER ? lettersIn(MAIL_FOLDER, 50) : [];
}
