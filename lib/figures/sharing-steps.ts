import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/access/actor.ts";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";

type Agreed = { textVersion: number; locale: string };

/** Switches sharing on by the newest text, or agrees to a newer one. Switched on already: done already. */
export async function share(db: Db, actor: Actor, { textVersion, locale }: Agreed) {
  const switched = await db.$queryRaw<object[]>`
    insert into sharings (provider_id, state, text_version)
    select ${actor.place.id}::uuid, 'on', version from (select max(version) as version from agreed_texts where kind = 'sharing') newest where version = ${textVersion}
    on conflict (provider_id) do update set state = 'on', text_version = excluded.text_version, state_at = moment()
      where sharings.provider_id = ${actor.place.id}::uuid and (sharings.state = 'off' or sharings.text_version < excluded.text_version)
    returning state`;
  if (switched.length === 0) return sharedAlready(db, actor, textVersion);
  return stepped(db, actor, { step: "on", textVersion, locale });
}

/** Stops sharing. What was released stays. */
export async function stop(db: Db, actor: Actor, { locale }: { locale: string }) {
  const [stopped] = await db.sharing.updateManyAndReturn({ where: { state: "on" }, data: { state: "off", stateAt: actor.at }, select: { textVersion: true } });
  if (!stopped) return { id: actor.place.id, again: true };
  return stepped(db, actor, { step: "off", textVersion: stopped.textVersion, locale });
}

// Two at once: the second finds it on. With an old text nothing was agreed to.
async function sharedAlready(db: Db, actor: Actor, textVersion: number) {
  if (!(await db.sharing.findFirst({ where: { state: "on", textVersion }, select: { state: true } }))) throw new Refusal("sharingTextIsNew");
  return { id: actor.place.id, again: true };
}

async function stepped(db: Db, actor: Actor, { step, textVersion, locale }: Agreed & { step: "on" | "off" }) {
  const id = randomUUID();
  await db.sharingStep.createMany({ data: { id, step, textVersion, language: contentLanguage(locale), memberId: here(actor.id) } });
  return { id, changed: ["state"] };
}
