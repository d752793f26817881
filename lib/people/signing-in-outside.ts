import "server-only";
import { z } from "zod";
import { attemptHere, beginAttempt, takeAttempt } from "#lib/access/attempt.ts";
import { comeIn } from "#lib/access/coming-in.ts";
import { comeInFrom, connectOutside, disconnectOutside } from "#lib/access/outside-identities.ts";
import { addressOutside, outsideName, outsiderIn, type Outsider } from "#lib/access/outside.ts";
import { ownerOf } from "#lib/access/own-account.ts";
import { isFreshHere } from "#lib/access/proof.ts";
import { sessionHash } from "#lib/access/session.ts";
import { here, Refusal } from "#lib/action/refusal.ts";
import { uuidShape } from "#lib/data/shapes.ts";
import { sendLater } from "#lib/jobs/jobs.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { homeOf } from "./signing-in.ts";

export const OneIdentity = z.object({ identity: z.string().regex(uuidShape, "strange") });

const onTheWay = "/sign-in/outside";

/** Begins the way in through the organisation's own sign-in. The next page leads there: a form of ours may lead nowhere else. */
export async function setOut(language: string): Promise<{ goTo: string }> {
  here(outsideName());
  await beginAttempt("outside", { language: contentLanguage(language) });
  return { goTo: onTheWay };
}

/** The same to connect it with whoever is signed in here. */
export async function setOutToConnect(language: string): Promise<{ goTo: string }> {
  here(outsideName());
  const person = here(await ownerOf(await sessionHash()));
  await beginAttempt("new outside", { personId: person.id, language: contentLanguage(language) });
  return { goTo: onTheWay };
}

/** Where this browser is to go, while it is on its way; null where it is not, or where the sign-in outside is away. */
export async function wayOutside(): Promise<string | null> {
  const attempt = await attemptHere(["outside", "new outside"]);
  return attempt && addressOutside(attempt.challenge);
}

/** Somebody comes back from outside. The way is used up before anything is verified. Answers where to go on, in the language they left in or else in theirs; one place for every no. */
export async function comeBack(answer: URLSearchParams, language: string): Promise<string> {
  const attempt = await takeAttempt(["outside", "new outside"]);
  if (!attempt) return `/${language}${onTheWay}?no=1`;
  const outsider = await outsiderIn(answer, attempt.challenge);
  const goTo = outsider && (attempt.purpose === "outside" ? await enterAs(outsider) : await connectTo(outsider, attempt.personId));
  return `/${attempt.language}${goTo ?? `${onTheWay}?no=1`}`;
}

async function enterAs(outsider: Outsider): Promise<string | null> {
  try {
    const person = await comeIn(async (session) => {
      const came = await comeInFrom(outsider, { ...session, provedAt: outsider.provedAt });
      if (!came) throw new Refusal("outsideNot");
      if (came.connected) await sendLater("send-way-added", { id: came.connected });
      return came.personId;
    });
    return await homeOf(person);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

// Whoever began this must still be signed in here, and have proved it lately.
async function connectTo(outsider: Outsider, personId: string | null): Promise<string | null> {
  const person = await ownerOf(await sessionHash());
  if (!person || person.id !== personId || !(await isFreshHere())) return null;
  const connected = await connectOutside(outsider, person.id);
  if (!connected) return null;
  if (connected.made) await sendLater("send-way-added", { id: connected.id });
  return "/account?outside=connected";
}

/** Removes one of one's own connections; not found where it is another's. */
export async function disconnect({ identity }: z.output<typeof OneIdentity>): Promise<{ goTo: string }> {
  const person = here(await ownerOf(await sessionHash()));
  here((await disconnectOutside(identity, person.id)) || null);
  return { goTo: "/account?outside=removed" };
}
