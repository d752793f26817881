import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { languageName } from "#lib/language/moments.ts";

type Words = { name: string; speaks: string; aboutSize: number; contact: string };

/** Makes a group. The same form again is the same group; another name under its id is another one. */
export async function make(db: Db, actor: Actor, group: Words & { id: string; network: string }) {
  const memberId = here(actor.id);
  const data = { networkId: group.network, ...columns(group) };
  const madeAs = (id: string) => db.group.createManyAndReturn({ data: { id, ...data }, skipDuplicates: true, select: { id: true } });
  let [made] = await madeAs(group.id);
  if (!made) {
    if (await db.group.findFirst({ where: { id: group.id, ...data }, select: { id: true } })) return { id: group.id, networkId: group.network, again: true };
    [made] = await madeAs(randomUUID());
  }
  await db.groupStep.createMany({ data: { id: randomUUID(), groupId: here(made).id, step: "made", memberId } });
  return { id: here(made).id, networkId: group.network };
}

/** Changes a group's words and keeps the former ones; somebody else's change in the meantime is shown, not overwritten. */
export async function change(db: Db, actor: Actor, group: Words & { group: string; version: number }, locale: string) {
  const former = here(await db.group.findFirst({ where: { id: group.group }, select: { version: true, name: true, language: true, aboutSize: true, contactId: true } }));
  const { count } = await db.group.updateMany({ where: { id: group.group, version: group.version }, data: { ...columns(group), version: group.version + 1 } });
  if (count === 0) return savedMeanwhile(db, actor, group, locale);
  await db.groupVersion.createMany({ data: { groupId: group.group, ...former, replacedBy: here(actor.id) } });
  const next = columns(group);
  const changed = (["name", "language", "aboutSize", "contactId"] as const).filter((column) => former[column] !== next[column]);
  return { id: group.group, changed };
}

/** A group rests or wakes; the step says who and when. */
export async function step(db: Db, actor: Actor, groupId: string, taken: "rested" | "woken") {
  const [from, to] = taken === "rested" ? ["active", "resting"] : ["resting", "active"];
  const { count } = await db.group.updateMany({ where: { id: groupId, state: from }, data: { state: to } });
  if (count === 0) {
    here(await db.group.findFirst({ where: { id: groupId }, select: { id: true } }));
    throw new Refusal(taken === "rested" ? "groupRests" : "groupIsAwake");
  }
  await db.groupStep.createMany({ data: { id: randomUUID(), groupId, step: taken, memberId: here(actor.id) } });
  return { id: groupId, changed: ["state"] };
}

function columns({ name, speaks, aboutSize, contact }: Words) {
  return { name, language: speaks, aboutSize, contactId: contact };
}

// What is already as it should be, as when a form is sent twice, is done; anything else is shown.
async function savedMeanwhile(db: Db, actor: Actor, { group: id, ...words }: Words & { group: string }, locale: string) {
  const saved = here(await db.group.findFirst({
    where: { id },
    select: { name: true, language: true, aboutSize: true, contactId: true, contact: { select: { name: true } }, version: true, versions: { select: { replacedAt: true, replacer: { select: { name: true } } }, orderBy: { version: "desc" }, take: 1 } },
  }));
  const [wanted, last] = [columns(words), saved.versions[0]];
  if (saved.name === wanted.name && saved.language === wanted.language && saved.aboutSize === wanted.aboutSize && saved.contactId === wanted.contactId) return { id, again: true };
  const text = [saved.name, languageName(locale, saved.language), saved.aboutSize, saved.contact.name].join(" · ");
  throw new Refusal("changedMeanwhile", { theirs: { text, by: last?.replacer.name ?? "", at: last?.replacedAt ?? actor.at, version: saved.version } });
}
