import "server-only";
import { getTranslations } from "next-intl/server";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { languageName } from "#lib/language/moments.ts";
import { codesFrom, giveCode } from "./code.ts";
import { contactReadsNoIdeas, mayReadIdeas } from "./contact.ts";
import { cardColumns } from "./making.ts";
import type { FocusGroup, NetworkCard } from "./network.ts";

const card = { name: true, place: true, focusGroup: true, contactId: true, language: true } as const;
const columns = Object.keys(card) as (keyof typeof card)[];

type Changed = NetworkCard & { network: string; version: number };

/** Changes a network's card; its address stays, since posters bear it. A colleague's change in the meantime is shown, not overwritten. */
export async function change(db: Db, actor: Actor, network: Changed, language: string) {
  const id = network.network;
  const next = cardColumns(network);
  const former = here(await db.network.findFirst({ where: { id }, select: { ...card, version: true, contact: { select: { name: true } } }, relationLoadStrategy: "join" }));
  const differs = columns.filter((column) => former[column] !== next[column]);
  const { count } = await db.network.updateMany({ where: { id, version: network.version }, data: { ...next, version: network.version + 1 } });
  if (count === 1) {
    if (!(await mayReadIdeas(actor, network.contact))) throw contactReadsNoIdeas();
    return { id, networkId: id, changed: differs };
  }
  // What is already as it should be, as when a form is sent twice, is done.
  if (differs.length === 0) return { id, networkId: id, again: true };
  const groups = await getTranslations({ locale: language, namespace: "focusGroups" });
  const text = [former.name, former.place, groups(former.focusGroup as FocusGroup), former.contact.name, languageName(language, former.language)].join(" · ");
  throw new Refusal("networkChangedMeanwhile", { theirs: { text, ...(await lastWriter(db, actor, id, ["change network"])), version: former.version } });
}

type Replaced = { network: string; id: string; replaces: string };

/** Another code for a network's poster in place of the one that the form showed, which opens nothing from now on. */
export async function replaceCode(db: Db, { network, id: formId, replaces }: Replaced) {
  here(await db.network.findFirst({ where: { id: network }, select: { id: true } }));
  const done = { id: network, networkId: network };
  // Only that one: the same form sent again after a further change must not bring its code back.
  await db.visitorCode.deleteMany({ where: { networkId: network, code: replaces } });
  if (await giveCode(db, network, formId)) return { ...done, changed: ["code"] };
  if (await db.visitorCode.findFirst({ where: { networkId: network, code: { in: codesFrom(formId) } }, select: { code: true } })) return { ...done, again: true };
  throw new Refusal("codeReplacedMeanwhile");
}

/** Who did one of these deeds to the network last, and when: the events know. */
export async function lastWriter(db: Db, actor: Actor, network: string, deeds: string[]): Promise<{ by: string; at: Date }> {
  const event = await db.event.findFirst({ where: { subjectId: network, deed: { in: deeds } }, select: { at: true, actorId: true }, orderBy: { at: "desc" } });
  const member = event?.actorId ? await db.member.findFirst({ where: { id: event.actorId }, select: { name: true } }) : null;
  return { by: member?.name ?? "", at: event?.at ?? actor.at };
}
