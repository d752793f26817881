import "server-only";
import { here } from "#lib/action/refusal.ts";
import { slugShape } from "#lib/data/shapes.ts";
import type { Db } from "#lib/data/within.ts";

/** What an administrator looks after of a network: card, code, and in which languages there are texts. */
export async function networkToSet(db: Db, slug: string) {
  const network = await db.network.findFirst({
    where: { slug: named(slug) },
    select: {
      id: true, slug: true, name: true, place: true, focusGroup: true, language: true, contactId: true, contact: { select: { name: true } }, version: true,
      code: { select: { code: true, createdAt: true } }, texts: { select: { language: true, origin: true }, orderBy: { language: "asc" } },
    },
    relationLoadStrategy: "join",
  });
  return here(network);
}
export type NetworkToSet = Awaited<ReturnType<typeof networkToSet>>;

/** A network's texts in one language, where there are some, and the last twenty former ones. */
export async function textsToSet(db: Db, slug: string, language: string) {
  const network = await db.network.findFirst({
    where: { slug: named(slug) },
    select: {
      id: true, name: true, texts: { where: { language }, select: { origin: true, welcome: true, houseRules: true, whoSees: true, version: true } },
      formerTexts: {
        where: { language }, orderBy: { version: "desc" }, take: 20,
        select: { version: true, welcome: true, houseRules: true, whoSees: true, replacedAt: true, replacer: { select: { name: true } } },
      },
    },
    relationLoadStrategy: "join",
  });
  return here(network);
}
export type FormerTexts = Awaited<ReturnType<typeof textsToSet>>["formerTexts"];

// An address is a claim: what cannot be a slug names no network.
function named(slug: string): string {
  return slugShape.test(slug) ? slug : "";
}
