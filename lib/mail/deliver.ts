import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";

/** Plain text to one person, in the language they read. */
export type Letter = { to: string; subject: string; text: string };

/** How letters go out: over a mail server, or, where nobody real is to get one, each as a file of a folder. */
export type Way = { SMTP_URL?: string; MAIL_FROM?: string; MAIL_FOLDER?: string };

/** Hands a letter over, or throws: whoever sends tries again. */
export async function deliver(letter: Letter, { SMTP_URL, MAIL_FROM, MAIL_FOLDER }: Way): Promise<void> {
  if (MAIL_FOLDER) return lay(letter, MAIL_FOLDER);
  if (!SMTP_URL || !MAIL_FROM) throw new Error("no way for letters: SMTP_URL and MAIL_FROM, or MAIL_FOLDER");
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, disableFileAccess: true, disableUrlAccess: true });
  try {
    // Answers of machines (out of office) would go back and forth for ever.
    await transport.sendMail({ from: MAIL_FROM, to: { name: "", address: letter.to }, subject: letter.subject, text: letter.text, headers: { "Auto-Submitted": "auto-generated" } });
  } finally {
    transport.close();
  }
}

// Whole or not at all: whoever reads the folder meanwhile finds no half letter. The name tells the order.
async function lay({ to, subject, text }: Letter, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${String(Date.now()).padStart(14, "0")}-${randomUUID()}.txt`);
  await writeFile(`${file}.new`, `To: ${to}\nSubject: ${subject}\n\n${text}`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The letters of a folder, the newest first, at most `most`. */
export async function lettersIn(folder: string, most: number): Promise<(Letter & { name: string })[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".txt")).sort().reverse().slice(0, most);
  return Promise.all(names.map(async (name) => ({ name, ...opened(await readFile(path.join(folder, name), "utf8")) })));
}

function opened(letter: string): Letter {
  const [, to = "", subject = "", text = ""] = /^To: (.*)\nSubject: (.*)\n\n([^]*)$/.exec(letter) ?? [];
  return { to, subject, text };
}
