import "server-only";
import { here } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import { publicRead } from "#lib/data/public-read.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";

/** Does this provider share, since when, by which text; its region; who switched when, the latest first. */
export async function sharingOf(db: Db, actor: Actor) {
  const provider = await db.provider.findFirst({
    where: { id: actor.place.id },
    select: {
      region: { select: { code: true, name: true, nutsVersion: true } },
      sharing: { select: { state: true, textVersion: true, stateAt: true, takenAt: true } },
      sharingSteps: { select: { id: true, step: true, at: true, textVersion: true, language: true, member: { select: { name: true } } }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 50 },
    },
    relationLoadStrategy: "join",
  });
  return here(provider);
}
export type SharingSeen = Awaited<ReturnType<typeof sharingOf>>;

/** Every version of the text, the newest first, in the reader's language or else in English. */
export async function sharingTexts(locale: string) {
  const wanted = contentLanguage(locale);
  const texts = await publicRead.agreedText.findMany({ where: { kind: "sharing", language: { in: [wanted, "en"] } }, select: { version: true, language: true, text: true }, orderBy: { version: "desc" }, take: 40 });
  return texts.filter(({ version, language }) => language === wanted || !texts.some((other) => other.version === version && other.language === wanted));
}
export type AgreedText = Awaited<ReturnType<typeof sharingTexts>>[number];
