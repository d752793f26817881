import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { lastWriter } from "./changing.ts";
import type { NetworkWords } from "./network.ts";

type Written = NetworkWords & { network: string; speaks: string; translated?: "yes"; version: number };

/** Writes a network's texts in one language, or changes them and keeps the former ones. Two at once: the second sees both. */
export async function write(db: Db, actor: Actor, written: Written) {
  const done = { id: written.network, networkId: written.network, changed: ["texts", written.speaks] };
  const data = { welcome: written.welcome, houseRules: written.houseRules, whoSees: written.whoSees, origin: written.translated ? "translated" : "written" };
  if (written.version === 0) {
    const made = await db.networkText.createManyAndReturn({ data: { networkId: written.network, language: written.speaks, ...data }, skipDuplicates: true, select: { language: true } });
    return made.length > 0 ? done : writtenMeanwhile(db, actor, written);
  }
  const mine = { networkId: written.network, language: written.speaks, version: written.version };
  await db.$executeRaw`
    insert into network_text_versions (provider_id, network_id, language, version, welcome, house_rules, who_sees, replaced_by)
    select provider_id, network_id, language, version, welcome, house_rules, who_sees, ${here(actor.id)}::uuid from network_texts
    where provider_id = ${actor.place.id}::uuid and network_id = ${written.network}::uuid and language = ${written.speaks} and version = ${written.version}
    for update`;
  const { count } = await db.networkText.updateMany({ where: mine, data: { ...data, version: written.version + 1 } });
  return count === 1 ? done : writtenMeanwhile(db, actor, written);
}

// The same words sent twice are done already; anybody else's are shown.
async function writtenMeanwhile(db: Db, actor: Actor, { network, speaks, ...words }: Written) {
  const where = { networkId: network, language: speaks };
  const saved = here(await db.networkText.findFirst({ where, select: { welcome: true, houseRules: true, whoSees: true, version: true } }));
  if (saved.version === words.version + 1 && saved.welcome === words.welcome && saved.houseRules === words.houseRules && saved.whoSees === words.whoSees) return { id: network, networkId: network, again: true };
  const last = await db.networkTextVersion.findFirst({ where, select: { replacedAt: true, replacer: { select: { name: true } } }, orderBy: { version: "desc" }, relationLoadStrategy: "join" });
  const writer = last ? { by: last.replacer.name, at: last.replacedAt } : await lastWriter(db, actor, network, ["write network texts", "make network"]);
  throw new Refusal("textsChangedMeanwhile", { theirs: { text: [saved.welcome, saved.houseRules, saved.whoSees].join("\n\n"), ...writer, version: saved.version } });
}
