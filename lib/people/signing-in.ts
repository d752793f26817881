import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { countUse } from "#lib/access/accounts.ts";
import { callerAddress } from "#lib/access/address.ts";
import { callerDevice } from "#lib/access/device.ts";
import { emailAddress } from "#lib/access/email.ts";
import { areDigitsOf, letterOf, letterSeconds } from "#lib/access/letter.ts";
import { signInThroughNextAuth } from "#lib/access/next-auth.ts";
import { homesOf } from "#lib/access/own-account.ts";
import { askingHash, forgetAsking, giveCookie, markAsking, memberSeconds, newSecret, sessionHash } from "#lib/access/session.ts";
import { askForLetter, letterAskedBy, lookAtLetter, redeem } from "#lib/access/sign-ins.ts";
import { Refusal } from "#lib/action/refusal.ts";
import { sendLater } from "#lib/jobs/jobs.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { wayInto } from "./account.ts";

export const AskedLetter = z.object({ email: emailAddress });

/** Letter and digits as they come from a link and from somebody's fingers: `204 518`. */
export const BroughtLetter = z.object({
  letter: z.string().max(200).default(""),
  digits: z.string().max(40, "digitsWrong").overwrite((typed) => typed.replace(/[\s.-]/g, "")).min(1, "digitsMissing").regex(/^\d{6}$/, "digitsWrong").optional(),
});

// From one network to one address, and to one address from everywhere: who asks for somebody else's letters uses up their own.
const mostLetters = { fromHere: 5, inAll: 20 };

/** The same steps and the same answer for every address, whether anybody has it or not: only the job knows. */
export async function ask({ email }: z.output<typeof AskedLetter>, language: string): Promise<{ goTo: string }> {
  const key = `door letter to ${createHash("sha256").update(email).digest("base64url")}`;
  if ((await used(`${key} from ${await callerAddress()}`)) > mostLetters.fromHere || (await used(key)) > mostLetters.inAll) throw new Refusal("letterTooOften");
  const id = randomUUID();
  await askForLetter({ id, email, browser: await markAsking(letterSeconds), language: contentLanguage(language) });
  await sendLater("send-sign-in", { id });
  return { goTo: "/sign-in/letter?sent=1" };
}

async function used(key: string): Promise<number> {
  return (await countUse([key])).get(key) ?? 0;
}

/** Comes in by two of three: the letter's link, its six digits, the browser that asked for it. */
export async function comeInBy({ letter, digits }: z.output<typeof BroughtLetter>): Promise<{ goTo: string }> {
  const browser = await askingHash();
  const id = letter ? letterOf(letter) : browser && (await letterAskedBy(browser));
  if (!id) throw new Refusal("letterOver");
  const { secret, hash } = newSecret();
  const typed = digits === undefined ? "none" : areDigitsOf(id, digits) ? "right" : "wrong";
  const session = { hash, former: await sessionHash(), device: await callerDevice(), seconds: memberSeconds };
  const given = await signInThroughNextAuth(secret, async () => {
    const answer = await redeem({ id, link: letter !== "", browser, digits: typed }, session);
    if (answer === "over") throw new Refusal("letterOver");
    if (answer === "wrong") throw new Refusal(typed === "none" ? "digitsNeeded" : "digitsNotThese");
    return answer.personId;
  });
  await giveCookie(given.secret, memberSeconds);
  await forgetAsking();
  return { goTo: await homeOf(given.personId) };
}

// Where somebody's day begins: the one place they have joined, or the choice of places. Who is invited elsewhere reads of it in their account.
async function homeOf(personId: string): Promise<string> {
  const homes = await homesOf(personId);
  const joined = homes.filter((home) => home.joined);
  const [home, ...others] = joined.length ? joined : homes;
  return home && !others.length ? wayInto(home) : "/account";
}

/** What somebody finds behind a letter's link, or beside the field for its digits. Only looks. */
export type LetterOnPage = "here" | "elsewhere" | "typed" | "over" | "nothing";
export async function letterOnPage(letter: string): Promise<LetterOnPage> {
  const browser = await askingHash();
  if (!letter) return browser ? "typed" : "nothing";
  const id = letterOf(letter);
  return id ? lookAtLetter(id, browser) : "over";
}
