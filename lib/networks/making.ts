import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import { freeSlug, slugOf } from "#lib/data/slugs.ts";
import type { Db } from "#lib/data/within.ts";
import { giveCode } from "./code.ts";
import type { NetworkCard, NetworkWords } from "./network.ts";

type New = NetworkCard & NetworkWords & { id: string };

/** Opens a network: its card, its first texts, the code of its poster. The same form again is the same network. */
export async function make(db: Db, network: New) {
  const card = cardColumns(network);
  const slug = slugOf(network.name) || slugOf(network.place) || "network";
  let [made] = await inserted(db, { id: network.id, slug, ...card });
  if (!made) {
    if (await db.network.findFirst({ where: { id: network.id, ...card }, select: { id: true } })) return { id: network.id, networkId: network.id, again: true, goTo: await settingsOf(db, network.id) };
    made = await underAnotherName(db, slug, card);
  }
  const { id } = made;
  const { speaks: language, welcome, houseRules, whoSees } = network;
  await db.networkText.createMany({ data: { networkId: id, language, origin: "written", welcome, houseRules, whoSees } });
  if (!(await giveCode(db, id, id))) throw new Refusal("tryAgain");
  return { id, networkId: id, goTo: `/settings/networks/${made.slug}` };
}

/** What is on a network's card, as the table names it. */
export function cardColumns({ name, place, focusGroup, contact, speaks }: NetworkCard) {
  return { name, place, focusGroup, contactId: contact, language: speaks };
}

type Row = ReturnType<typeof cardColumns> & { id: string; slug: string };

function inserted(db: Db, data: Row) {
  return db.network.createManyAndReturn({ data, skipDuplicates: true, select: { id: true, slug: true } });
}

// The id or the address is taken: an id of its own, and a number behind the name.
async function underAnotherName(db: Db, slug: string, card: ReturnType<typeof cardColumns>) {
  const taken = await db.network.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  const [made] = await inserted(db, { id: randomUUID(), slug: freeSlug(slug, taken.map((one) => one.slug)), ...card });
  if (!made) throw new Refusal("tryAgain"); // somebody took that one at the same moment
  return made;
}

async function settingsOf(db: Db, id: string): Promise<string> {
  return `/settings/networks/${here(await db.network.findFirst({ where: { id }, select: { slug: true } })).slug}`;
}
