import "server-only";
import { randomUUID } from "node:crypto";
import { Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import { freeSlug, slugOf } from "#lib/data/slugs.ts";
import type { Db } from "#lib/data/within.ts";
import { giveCode } from "./code.ts";
import { contactReadsNoIdeas, mayReadIdeas } from "./contact.ts";
import type { NetworkCard, NetworkWords } from "./network.ts";

// `/settings/networks/new` is the page where a network is made.
const reserved = ["new"];

type New = NetworkCard & NetworkWords & { id: string };

/** Opens a network: its card, its first texts, the code of its poster. The same form again is the same network. */
export async function make(db: Db, actor: Actor, network: New) {
  const reads = await mayReadIdeas(actor, network.contact);
  const wish = slugOf(network.name) || slugOf(network.place) || "network";
  let [made] = await inserted(db, actor, network, { id: network.id, slug: freeSlug(wish, reserved) });
  if (!made) {
    const same = await db.network.findFirst({ where: { id: network.id, ...cardColumns(network) }, select: { slug: true } });
    if (same) return { id: network.id, networkId: network.id, again: true, goTo: `/settings/networks/${same.slug}` };
    made = await underAnotherName(db, actor, network, wish);
  }
  if (!reads) throw contactReadsNoIdeas();
  const { id } = made;
  if (!(await giveCode(db, id, id))) throw new Refusal("tryAgain");
  return { id, networkId: id, goTo: `/settings/networks/${made.slug}` };
}

/** What is on a network's card, as the table names it. */
export function cardColumns({ name, place, focusGroup, contact, speaks }: NetworkCard) {
  return { name, place, focusGroup, contactId: contact, language: speaks };
}

// Card and texts in one statement; nothing where the id or the address is taken.
function inserted(db: Db, { place: provider }: Actor, { name, place, focusGroup, contact, speaks, welcome, houseRules, whoSees }: New, { id, slug }: { id: string; slug: string }) {
  return db.$queryRaw<{ id: string; slug: string }[]>`
    with made as (
      insert into networks (id, slug, name, place, focus_group, contact_id, language)
      values (${id}::uuid, ${slug}, ${name}, ${place}, ${focusGroup}, ${contact}::uuid, ${speaks}) on conflict do nothing returning id, slug),
    texts as (
      insert into network_texts (provider_id, network_id, language, origin, welcome, house_rules, who_sees)
      select ${provider.id}::uuid, id, ${speaks}, 'written', ${welcome}, ${houseRules}, ${whoSees} from made)
    select id, slug from made`;
}

// The id or the address is taken: an id of its own, and a number behind the name.
async function underAnotherName(db: Db, actor: Actor, network: New, wish: string) {
  const taken = await db.network.findMany({ where: { slug: { startsWith: wish } }, select: { slug: true } });
  const [made] = await inserted(db, actor, network, { id: randomUUID(), slug: freeSlug(wish, [...reserved, ...taken.map((one) => one.slug)]) });
  if (!made) throw new Refusal("tryAgain"); // somebody took that one at the same moment
  return made;
}
