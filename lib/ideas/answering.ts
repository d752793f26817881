import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import type { WrittenAnswer } from "./idea.ts";

type Written = WrittenAnswer & { notNow: boolean; locale: string };

/** Writes the answer, or changes it and keeps the former text. Two at once: the second is shown the first's text, and both are kept. */
export async function answer(db: Db, actor: Actor, written: Written) {
  const authorId = here(actor.id);
  const next = written.version + 1;
  const current = { text: written.text, language: contentLanguage(written.locale), origin: "written", authorId, version: next, writtenAt: actor.at };
  // What waits is taken by one; the other finds it gone.
  if (written.version === 0) {
    const { count } = await db.wait.deleteMany({ where: { noun: "idea", subjectId: written.idea } });
    if (count === 0) return savedMeanwhile(db, written, authorId);
    await db.answer.createMany({ data: { ideaId: written.idea, ...current } });
  } else {
    await db.$executeRaw`
      insert into answer_versions (provider_id, idea_id, version, text, language, author_id, written_at)
      select provider_id, idea_id, version, text, language, author_id, written_at from answers
      where provider_id = ${actor.place.id}::uuid and idea_id = ${written.idea}::uuid and version = ${written.version}
      for update`;
    const { count } = await db.answer.updateMany({ where: { ideaId: written.idea, version: written.version }, data: current });
    if (count === 0) return savedMeanwhile(db, written, authorId);
  }
  if (written.notNow) await defer(db, actor, written.idea, next);
  return { id: written.idea, changed: written.version === 0 ? undefined : ["text"] };
}

// What is a micro project already cannot be "not now" at once. Whoever adopts holds the answer, so one of the two comes first.
async function defer(db: Db, actor: Actor, idea: string, version: number) {
  const count = await db.$executeRaw`
    insert into deferrals (provider_id, idea_id, answer_version)
    select ${actor.place.id}::uuid, ${idea}::uuid, ${version}::int
    where not exists (select from adoptions where provider_id = ${actor.place.id}::uuid and idea_id = ${idea}::uuid)`;
  if (count === 1) return;
  const adoption = await db.adoption.findFirst({ where: { ideaId: idea }, select: { project: { select: { title: true } } }, relationLoadStrategy: "join" });
  throw new Refusal("notNowIsProject", { words: { title: adoption?.project.title ?? "" } });
}

// One's own answer sent twice is done already; anybody else's is shown.
async function savedMeanwhile(db: Db, { idea, version, text }: Written, authorId: string) {
  const saved = here(await db.answer.findFirst({ where: { ideaId: idea }, select: { text: true, version: true, writtenAt: true, authorId: true, author: { select: { name: true } } } }));
  if (saved.authorId === authorId && saved.version === version + 1 && saved.text === text) return { id: idea, again: true };
  throw new Refusal("answeredMeanwhile", { theirs: { text: saved.text, by: saved.author.name, at: saved.writtenAt, version: saved.version } });
}
