import "server-only";
import { env } from "#lib/env.ts";
import { metrics } from "#lib/metrics.ts";
import { deliver, lettersIn, type Letter } from "./deliver.ts";

/** Sends a letter by the way the environment names. Called from jobs, never inside a deed. */
export async function sendLetter(letter: Letter): Promise<void> {
  const count = (outcome: "sent" | "failed") => metrics.letters.inc({ outcome });
  await deliver(letter, env()).then(() => count("sent"), (error: unknown) => {
    count("failed");
    throw error;
  });
}

/** The newest letters that were laid into a folder; none where letters really go out. */
export async function laidLetters(): Promise<(Letter & { name: string })[]> {
  const { MAIL_FOLDER } = env();
  return MAIL_FOLDER ? lettersIn(MAIL_FOLDER, 50) : [];
}
