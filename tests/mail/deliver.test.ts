import { mkdtempSync, statSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { deliver, lettersIn } from "#lib/mail/deliver.ts";
import { mailServer } from "#tests/support/mail-server.ts";

const letter = { to: "ilze@example.org", subject: "Tava vēstule", text: "Labdien!\n.\nhttps://sempre.example/lv" };

test("a letter goes over a mail server: plain text to one person, from our sender", async () => {
  const { address, heard } = await mailServer();
  await deliver(letter, { SMTP_URL: address, MAIL_FROM: "Sempre <sempre@example.org>" });
  expect(heard).toEqual(expect.arrayContaining(["MAIL FROM:<sempre@example.org>", "RCPT TO:<ilze@example.org>", "From: Sempre <sempre@example.org>", "To: ilze@example.org", "Auto-Submitted: auto-generated"]));
  expect(heard.filter((line) => /^RCPT/.test(line))).toHaveLength(1);
  expect(heard.join("\n")).toMatch(/Content-Type: text\/plain; charset=utf-8/);
  expect(heard.join("\n")).not.toMatch(/html|<img/i);
});

test("a mail server that says no is a fault, so that the job tries again", async () => {
  const { address } = await mailServer("RCPT");
  await expect(deliver(letter, { SMTP_URL: address, MAIL_FROM: "sempre@example.org" })).rejects.toThrow();
  await expect(deliver(letter, {})).rejects.toThrow("no way for letters");
});

test("in a folder each letter is a file that only its owner reads, and comes out as it went in, the newest first", async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), "sempre-")), "mail");
  expect(await lettersIn(folder, 50)).toEqual([]);
  await deliver(letter, { MAIL_FOLDER: folder });
  await new Promise((resolve) => setTimeout(resolve, 2)); // the name tells the millisecond
  await deliver({ ...letter, subject: "Otrā" }, { MAIL_FOLDER: folder });
  expect(await lettersIn(folder, 50)).toMatchObject([{ ...letter, subject: "Otrā" }, letter]);
  expect(await lettersIn(folder, 1)).toHaveLength(1);
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o077).toBe(0);
});
