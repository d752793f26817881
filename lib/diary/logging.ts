import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { longDay } from "#lib/language/moments.ts";
import { runningProject } from "#lib/projects/queries.ts";
import type { ActivityWords, LoggedActivity } from "./activity.ts";
import { dateOf, dayIn } from "./day.ts";

/** Writes down what happened in a project that runs or is paused. The same form again is the same entry. */
export async function log(db: Db, actor: Actor, logged: LoggedActivity, locale: string) {
  const authorId = here(actor.id);
  const { networkId, createdAt } = await runningProject(db, actor, logged.project);
  onADayOfTheProject(logged.happenedOn, createdAt, actor, locale);
  const data = { projectId: logged.project, networkId, ...columns(logged), language: contentLanguage(locale), origin: "written", authorId };
  const loggedAs = (id: string) => db.activity.createManyAndReturn({ data: { id, ...data }, skipDuplicates: true, select: { id: true } });
  let [made] = await loggedAs(logged.id);
  if (!made) {
    const before = await loggedBefore(db, logged, authorId);
    if (before) return { id: logged.id, networkId, again: true, goTo: backTo(logged.project, logged.id, before.state) };
    [made] = await loggedAs(randomUUID());
  }
  const { id } = here(made);
  await db.activityStep.createMany({ data: { id: randomUUID(), activityId: id, step: "logged", memberId: authorId } });
  return { id, networkId, goTo: backTo(logged.project, id) };
}

/** Refuses days before the project began and days to come, by the place's calendar. */
export function onADayOfTheProject(day: string, began: Date, actor: Actor, locale: string): void {
  const { timeZone } = actor.place;
  if (day > dayIn(actor.at, timeZone)) throw new Refusal("dayAhead");
  if (day < dayIn(began, timeZone)) throw new Refusal("dayBefore", { words: { date: longDay(locale, began, timeZone) } });
}

export function columns({ happenedOn, hours, what, surprised, next, newcomers, regulars, children }: ActivityWords) {
  return { happenedOn: dateOf(happenedOn), what, surprised, next, newcomers, regulars, children, minutes: hours };
}

const words = { happenedOn: true, what: true, surprised: true, next: true, newcomers: true, regulars: true, children: true, minutes: true } as const;

/** Does an entry, or a former text of it, say just this? */
export function says(entry: ReturnType<typeof columns>, written: ActivityWords): boolean {
  const { happenedOn, ...wanted } = columns(written);
  return entry.happenedOn.getTime() === happenedOn.getTime() && Object.entries(wanted).every(([column, value]) => entry[column as keyof typeof wanted] === value);
}

// One's own entry under this id, as one wrote it: a colleague may have corrected or taken it back since.
async function loggedBefore(db: Db, logged: LoggedActivity, authorId: string) {
  const entry = await db.activity.findFirst({
    where: { id: logged.id, projectId: logged.project },
    select: { ...words, authorId: true, state: true, versions: { where: { version: 1 }, select: { ...words, authorId: true }, take: 1 } },
    relationLoadStrategy: "join",
  });
  const first = entry?.versions[0] ?? entry;
  return first?.authorId === authorId && says(first, logged) ? entry : null;
}

// The project's page, with the entry on top and a way to undo it; or to put it back where it was taken back since.
function backTo(project: string, activity: string, state = "logged"): string {
  return `/projects/${project}?${state === "logged" ? "logged" : "undone"}=${activity}#diary`;
}
