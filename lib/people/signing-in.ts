import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { countUse } from "#lib/access/accounts.ts";
import { callerAddress } from "#lib/access/address.ts";
import { comeIn } from "#lib/access/coming-in.ts";
import { emailAddress } from "#lib/access/email.ts";
import { areDigitsOf, knownSign, letterOf, letterSeconds, numberKnownFor } from "#lib/access/letter.ts";
import { homesOf } from "#lib/access/own-account.ts";
import { forgetMark, keepKnown, keptKnown, markBrowser, markOf } from "#lib/access/session.ts";
import { askForLetter, letterAskedBy, lookAtLetter, redeem } from "#lib/access/sign-ins.ts";
import { Refusal } from "#lib/action/refusal.ts";
import { sendLater } from "#lib/jobs/jobs.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { wayInto } from "./account.ts";

export const AskedLetter = z.object({ email: emailAddress });

/** Six digits as they come from somebody's fingers: `204 518`. */
export const sixDigits = z.string({ error: "digitsMissing" }).max(40, "digitsWrong").overwrite((typed) => typed.replace(/[\s.-]/g, "")).min(1, "digitsMissing").regex(/^\d{6}$/, "digitsWrong");

/** A letter's link, its digits, or both. */
export const BroughtLetter = z.object({ letter: z.string().max(200).default(""), digits: sixDigits.optional() });

// From one network to one address, and to one address from everywhere: who asks for somebody else's letters uses up their own.
// A browser that this person has signed in with before has its own five, which nobody else can use up.
const mostLetters = { fromHere: 5, inAll: 20 };
const knownSeconds = 90 * 86_400;

/** The same steps and the same answer for every address, whether anybody has it or not: only the job knows. */
export async function ask({ email }: z.output<typeof AskedLetter>, language: string): Promise<{ goTo: string }> {
  const key = `door letter to ${createHash("sha256").update(email).digest("base64url")}`;
  const known = numberKnownFor(email, await keptKnown());
  const few = (await used(`${key} from ${known ?? (await callerAddress())}`)) <= mostLetters.fromHere;
  if (!few || (!known && (await used(key)) > mostLetters.inAll)) throw new Refusal("letterTooOften");
  const id = randomUUID();
  await askForLetter({ id, email, browser: await markBrowser("ask", letterSeconds), language: contentLanguage(language) });
  await sendLater("send-sign-in", { id });
  return { goTo: "/sign-in/letter?sent=1" };
}

async function used(key: string): Promise<number> {
  return (await countUse([key])).get(key) ?? 0;
}

/** Comes in by two of three: the letter's link, its six digits, the browser that asked for it. */
export async function comeInBy({ letter, digits }: z.output<typeof BroughtLetter>): Promise<{ goTo: string }> {
  const browser = await markOf("ask");
  const id = letter ? letterOf(letter) : browser && (await letterAskedBy(browser));
  if (!id) throw new Refusal("letterOver");
  const typed = digits === undefined ? "none" : areDigitsOf(id, digits) ? "right" : "wrong";
  const came = { email: "" };
  const person = await comeIn(async (session) => {
    const answer = await redeem({ id, link: letter !== "", browser, digits: typed }, session);
    if (answer === "over") throw new Refusal("letterOver");
    if (answer === "wrong") throw new Refusal(typed === "none" ? "digitsNeeded" : "digitsNotThese");
    came.email = answer.email;
    return answer.personId;
  });
  await keepKnown(knownSign(came.email), knownSeconds);
  await forgetMark("ask");
  return { goTo: await homeOf(person) };
}

/** Where somebody's day begins: the one place they have joined, or the choice of places. Who is invited elsewhere reads of it in their account. */
export async function homeOf(personId: string): Promise<string> {
  const homes = await homesOf(personId);
  const joined = homes.filter((home) => home.joined);
  const [home, ...others] = joined.length ? joined : homes;
  return home && !others.length ? wayInto(home) : "/account";
}

/** What somebody finds behind a letter's link, or beside the field for its digits. Only looks. */
export type LetterOnPage = "here" | "elsewhere" | "typed" | "over" | "nothing";
export async function letterOnPage(letter: string): Promise<LetterOnPage> {
  const browser = await markOf("ask");
  if (!letter) return browser ? "typed" : "nothing";
  const id = letterOf(letter);
  return id ? lookAtLetter(id, browser) : "over";
}
