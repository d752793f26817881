import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { typedHours, type ChangedActivity } from "./activity.ts";
import { dayOf } from "./day.ts";
import { columns, onADayOfTheProject, says } from "./logging.ts";

/** Changes an entry and keeps the former text with its author. Two at once: the second sees both texts. */
export async function change(db: Db, actor: Actor, changed: ChangedActivity, locale: string) {
  const authorId = here(actor.id);
  const { activity: id, version } = changed;
  const { project, state, networkId } = here(await db.activity.findFirst({ where: { id }, select: { state: true, networkId: true, project: { select: { id: true, createdAt: true } } }, relationLoadStrategy: "join" }));
  if (state === "taken back") throw new Refusal("entryTakenBack");
  onADayOfTheProject(changed.happenedOn, project.createdAt, actor, locale);
  await db.$executeRaw`
    insert into activity_versions (provider_id, activity_id, version, happened_on, what, surprised, next, newcomers, regulars, children, minutes, language, author_id, written_at)
    select provider_id, id, version, happened_on, what, surprised, next, newcomers, regulars, children, minutes, language, author_id, written_at from activities
    where provider_id = ${actor.place.id}::uuid and id = ${id}::uuid and version = ${version} and state = 'logged'
    for update`;
  const data = { ...columns(changed), language: contentLanguage(locale), origin: "written", authorId, version: version + 1, writtenAt: actor.at };
  const { count } = await db.activity.updateMany({ where: { id, version, state: "logged" }, data });
  const goTo = `/projects/${project.id}#diary`;
  return count === 1 ? { id, networkId, changed: ["text"], goTo } : { ...(await savedMeanwhile(db, changed, authorId)), goTo };
}

/** An entry is taken back, and can be put back: it stays, and no longer counts. */
export async function step(db: Db, actor: Actor, id: string, taken: "taken back" | "put back") {
  const [from, to] = taken === "taken back" ? ["logged", "taken back"] : ["taken back", "logged"];
  const [moved] = await db.activity.updateManyAndReturn({ where: { id, state: from }, data: { state: to }, select: { projectId: true, networkId: true } });
  if (!moved) {
    const { projectId } = here(await db.activity.findFirst({ where: { id }, select: { projectId: true } }));
    return { id, again: true, goTo: `/projects/${projectId}#diary` }; // it is as it should be
  }
  await db.activityStep.createMany({ data: { id: randomUUID(), activityId: id, step: taken, memberId: here(actor.id) } });
  return { id, networkId: moved.networkId, changed: ["state"], goTo: `/projects/${moved.projectId}${taken === "taken back" ? `?undone=${id}` : ""}#diary` };
}

// One's own change sent twice is done already; anybody else's is shown.
async function savedMeanwhile(db: Db, changed: ChangedActivity, authorId: string) {
  const saved = here(await db.activity.findFirst({
    where: { id: changed.activity },
    select: { happenedOn: true, what: true, surprised: true, next: true, newcomers: true, regulars: true, children: true, minutes: true, version: true, state: true, writtenAt: true, authorId: true, author: { select: { name: true } } },
    relationLoadStrategy: "join",
  }));
  if (saved.state === "taken back") throw new Refusal("entryTakenBack");
  if (says(saved, changed) && saved.authorId === authorId && saved.version === changed.version + 1) return { id: changed.activity, again: true };
  const numbers = [dayOf(saved.happenedOn), `${saved.newcomers} + ${saved.regulars}`, `(${saved.children})`, typedHours(saved.minutes) && `${typedHours(saved.minutes)} h`].filter(Boolean).join(" · ");
  throw new Refusal("entryChangedMeanwhile", { theirs: { text: [saved.what, saved.surprised, saved.next, numbers].filter(Boolean).join("\n"), by: saved.author.name, at: saved.writtenAt, version: saved.version } });
}
