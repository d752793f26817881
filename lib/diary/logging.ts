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
    if (await db.activity.findFirst({ where: { id: logged.id, ...data }, select: { id: true } })) return { id: logged.id, networkId, again: true, goTo: backTo(logged.project, logged.id) };
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

// The project's page, with the entry on top and a way to undo it.
function backTo(project: string, activity: string): string {
  return `/projects/${project}?logged=${activity}#diary`;
}
