import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emailAddress } from "#lib/access/email.ts";
import { deliver } from "#lib/mail/deliver.ts";
import { laidLetters } from "#lib/mail/mail.ts";
import { askLetter, inviteMember } from "#lib/people/actions.ts";
import { sendWayIn } from "#lib/people/signing-in-letter.ts";
import english from "#messages/en.json" with { type: "json" };
import { mailServer } from "#tests/support/mail-server.ts";
import { as, inTheWorld, vidzeme, visitor } from "#tests/support/people.ts";

const world = inTheWorld();
const ilze = String(vidzeme.members.find(({ key }) => key === "ilze")?.email);
const { emailMissing, emailPlain, emailWrong, strangeSign } = english.fields;

const refused: [string, string, string][] = [
  ["a full-width @", ilze.replace("@", "＠"), emailPlain],
  ["a full-width @ before a plain one", `${ilze.replace("@", "＠")}@evil.example`, emailPlain],
  ["a small form @", ilze.replace("@", "﹫"), emailPlain],
  ["a full-width point", ilze.replaceAll(".", "．"), emailPlain],
  ["an ideographic point", ilze.replaceAll(".", "。"), emailPlain],
  ["a letter that looks like a plain one", ilze.replace("e", "е"), emailPlain],
  ["a letter that becomes a plain one when it is made small", `\u212a${ilze}`, emailPlain],
  ["a long s", `ſ${ilze}`, emailPlain],
  ["a Turkish I", `İ${ilze}`, emailPlain],
  ["a letter with its accent", `ā${ilze}`, emailPlain],
  ["a name of another script behind the @", "anna@пример.example", emailPlain],
  ["something nobody sees", `\u200b${ilze}\u200b`, emailPlain],
  ["a turn of direction", `\u202e${ilze}`, emailPlain],
  ["half a sign", `\ud800${ilze}`, emailPlain],
  ["a line break and one more receiver", `${ilze}\r\nBcc: eve@evil.example`, emailPlain],
  ["a line break inside", ilze.replace("@", "\n@"), emailPlain],
  ["a tab", ilze.replace("@", "\t@"), emailPlain],
  ["a NUL", `${ilze}\0`, strangeSign],
  ["two addresses with a comma", `${ilze},eve@evil.example`, emailWrong],
  ["two addresses with a semicolon", `${ilze};eve@evil.example`, emailWrong],
  ["two addresses with a blank", `${ilze} eve@evil.example`, emailWrong],
  ["two @", `${ilze}@evil.example`, emailWrong],
  ["a name and an address", `Ilze <${ilze}>`, emailWrong],
  ["an address in brackets", `<${ilze}>`, emailWrong],
  ["a quoted name", `"ilze"@vidzeme.example.org`, emailWrong],
  ["a quoted @", `"ilze@vidzeme.example.org>,eve"@evil.example`, emailWrong],
  ["a remark", `ilze(anna)@vidzeme.example.org`, emailWrong],
  ["a backslash", `ilze\\@vidzeme.example.org`, emailWrong],
  ["a route", `@evil.example:${ilze}`, emailWrong],
  ["a number for a house", "ilze@[127.0.0.1]", emailWrong],
  ["a house without a point", "ilze@localhost", emailWrong],
  ...["a..b", ".a", "a.", "a/../b"].map((name): [string, string, string] => [`points as in ${name}`, `${name}@example.org`, emailWrong]),
  ["two points behind the @", "ilze@example..org", emailWrong],
  ["a point at the end", `${ilze}.`, emailWrong],
  ["a hyphen before a point", "ilze@example-.org", emailWrong],
  ["a percent sign behind the @", "ilze@example%2eorg", emailWrong],
  ["a mail link", `mailto:${ilze}`, emailWrong],
  ["255 signs", `${"a".repeat(243)}@example.org`, emailWrong],
  ["a megabyte", "a".repeat(1_000_000), emailWrong],
  ["only blanks", "   ", emailMissing],
];

test.each(refused)("%s is refused in words, and no letter is asked for", async (_what, email, sentence) => {
  expect(await visitor().does(askLetter, { email })).toMatchObject({ ok: false, fields: { email: sentence } });
  expect(await world.rows(null, "select from auth.sign_ins")).toEqual([]);
});

const folded: [string, string, string][] = [
  ["capital letters are small ones", ilze.toUpperCase(), ilze],
  ["blanks around it are none", `  ${ilze}\t`, ilze],
  ["a blank of another kind around it is none", `\u00a0${ilze}\u3000\r\n`, ilze],
  ["a name in the old spelling of other scripts stays as it is", "anna@XN--E1AFMKFD.example", "anna@xn--e1afmkfd.example"],
];

test.each(folded)("%s: the letter goes to the address that is stored", async (_what, email, stored) => {
  await world.rows(null, "delete from auth.limits; delete from auth.sign_ins");
  expect(emailAddress.parse(email)).toBe(stored);
  expect(await visitor().does(askLetter, { email })).toHaveProperty("goTo");
  const [asked] = await world.rows<{ id: string }>(null, "select id from auth.sign_ins");
  const before = (await laidLetters()).length;
  await sendWayIn(String(asked?.id));
  const laid = await laidLetters();
  expect(laid.slice(0, laid.length - before).map(({ to }) => to)).toEqual(stored === ilze ? [ilze] : []); // nobody has the other one
});

// What may stand before the @ and is no letter: mail programs of former days read some of these as a way round.
const odd = ["a!b", "a%b.example", "-oq/tmp/x", "o'brien+list", "a=b&c", "a?b#c", "{a}|b~", "`id`", "$HOME", "*", "a/b"];

test.each(odd)("%s@example.org is one receiver to a mail server, and exactly that one", async (name) => {
  const email = emailAddress.parse(`${name}@example.org`);
  const { address, heard } = await mailServer();
  await deliver({ to: email, subject: "A letter", text: "Hello" }, { SMTP_URL: address, MAIL_FROM: "sempre@example.org" });
  expect(heard.filter((line) => line.startsWith("RCPT"))).toEqual([`RCPT TO:<${name}@example.org>`.toLowerCase().replace("rcpt to", "RCPT TO")]);
  expect(heard.filter((line) => /^(to|cc|bcc):/i.test(line))).toHaveLength(1);
});

test("whatever is taken for an address is plain, small, one, and taken again as it is", () => {
  fc.assert(fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" }), fc.tuple(fc.string({ unit: "grapheme" }), fc.constantFrom("@", "＠", "@@", ""), fc.domain()).map((parts) => parts.join(""))), (typed) => {
    const { success, data = "" } = emailAddress.safeParse(typed);
    if (!success) return;
    expect(data).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/);
    expect(data).toBe(data.toLowerCase());
    expect(data.toLowerCase()).toBe(typed.trim().toLowerCase());
    expect(emailAddress.parse(data)).toBe(data);
  }), { seed: 2026, numRuns: 300 });
});

test("a colleague is not invited twice under another spelling of the same address", async () => {
  const liene = await as("liene");
  const invite = (email: string) => liene.does(inviteMember, { id: randomUUID(), name: "Ilze", email, reads: "lv", staff: "yes" });
  expect(await invite(` ${ilze.toUpperCase()} `)).toMatchObject({ ok: false });
  expect(await invite(ilze.replace("@", "＠"))).toMatchObject({ ok: false, fields: { email: emailPlain } });
});
