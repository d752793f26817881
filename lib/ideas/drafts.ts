import "server-only";
import { randomUUID } from "node:crypto";
import type { Contributor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { send } from "#lib/jobs/jobs.ts";
import { draftMinutes, type KeptDraft } from "./idea.ts";

/** Keeps what has been written so far and answers the draft's id: the form's own, or a new one where that is somebody else's. */
export async function keep(db: Db, actor: Contributor, networkId: string, kept: KeptDraft): Promise<string> {
  const written = { what: kept.what, forWhom: kept.step === "what" ? kept.forWhom || null : kept.forWhom, spoke: kept.spoke, heads: kept.heads ?? null, groupId: kept.group ?? null, touchedAt: actor.at };
  const owner = { actorKind: actor.kind, actorId: actor.id, networkId };
  const change = () => db.draft.updateManyAndReturn({ where: { id: kept.id, ...owner }, data: written, select: { id: true } });
  const begin = async (id: string) => {
    const made = await db.draft.createManyAndReturn({ data: { id, ...owner, ...written }, skipDuplicates: true, select: { id: true } });
    if (made[0]) await send(db, "forget-draft", { providerId: actor.place.id, id }, draftMinutes * 60);
    return made;
  };
  // The first step is mostly new, the second mostly not: the likely one is asked first.
  const [draft] = kept.step === "what" ? await firstOf(() => begin(kept.id), change) : await firstOf(change, () => begin(kept.id));
  return (draft ?? (await begin(randomUUID()))[0])?.id ?? kept.id;
}

async function firstOf<Row>(likely: () => Promise<Row[]>, otherwise: () => Promise<Row[]>): Promise<Row[]> {
  const rows = await likely();
  return rows.length > 0 ? rows : otherwise();
}

/** When a draft was last touched long enough ago, it goes; otherwise the seconds it still has. */
export async function forget(db: Db, id: string, now: Date): Promise<number> {
  const draft = await db.draft.findFirst({ where: { id }, select: { touchedAt: true } });
  if (!draft) return 0;
  const left = draft.touchedAt.getTime() + draftMinutes * 60_000 - now.getTime();
  if (left > 0) return Math.ceil(left / 1_000);
  await db.draft.deleteMany({ where: { id } });
  return 0;
}
