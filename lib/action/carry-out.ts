import "server-only";
import { notFound } from "next/navigation";
import type { z } from "zod";
import type { Ability } from "#lib/access/abilities.ts";
import type { Actor, Contributor } from "#lib/access/actor.ts";
import { asContributor, endVisitHere, openTicket, type Visit } from "#lib/access/visit.ts";
import { within, withinProgramme, type Db } from "#lib/data/within.ts";
import { Prisma } from "#prisma/generated/client.ts";
import type { Contribution, Done, InsideDeed, Performed } from "./deed.ts";

type Given<Input> = { actor: Actor; input: Input; language: string; origin: "web" | "api" };

/** Does the work and records it in one transaction; the session of a new participant counts once that is committed. */
export async function carryOut<Input extends z.ZodType>(ability: Ability, deed: Contribution<Input> | InsideDeed<Input>, given: Given<z.output<Input>>): Promise<Performed> {
  const { actor, language } = given;
  const done = deed.contributes ? await contributed(ability, deed, given) : await committed(deed, actor, (db) => recorded(db, ability, deed, given, () => deed.do({ db, ...given })));
  if (done.opens) await openTicket(actor.place.id, done.opens);
  if (done.ends) await endVisitHere();
  const path = done.goTo ?? deed.goTo?.(done);
  const home = deed.in === "programme" ? `/${language}/programme/${actor.place.slug}` : `/${language}/at/${actor.place.slug}`;
  return { outcome: { ok: true, subject: done.id }, ...(path !== undefined && { goTo: home + path }) };
}

async function contributed<Input extends z.ZodType>(ability: Ability, deed: Contribution<Input>, given: Given<z.output<Input>>): Promise<Done> {
  const { contributor, visit } = await asContributor(given.actor);
  try {
    const done = await committed(deed, contributor, async (db) => {
      if (visit) await db.participant.create({ data: { id: contributor.id, language: given.language.slice(0, 2) } });
      return recorded(db, ability, deed, { ...given, actor: contributor }, () => deed.do({ db, ...given, actor: contributor }));
    });
    await visit?.keep();
    return done;
  } catch (error) {
    await dropped(visit);
    throw error;
  }
}

async function committed<T>(deed: { in?: string }, actor: Actor | Contributor, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await (deed.in === "programme" ? withinProgramme : within)(actor, work);
  } catch (error) {
    // A foreign key that finds nothing is somebody else's id, or nobody's: the same answer for both.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003") notFound();
    throw error;
  }
}

// At a provider or in a programme: the event lies beside what it tells of.
async function recorded<Input>(db: Db, ability: Ability, deed: { in?: string; subject: string }, { actor, origin }: Given<Input>, work: () => Promise<Done>): Promise<Done> {
  const done = await work();
  if (done.again) return done;
  const event = { deed: ability, subjectKind: deed.subject, subjectId: done.id, origin, changed: done.changed?.join(" ") };
  if (deed.in === "programme") {
    await db.programmeEvent.createMany({ data: { ...event, actorId: actor.id } });
    return done;
  }
  await db.event.createMany({
    data: { ...event, actorKind: actor.kind, actorId: actor.id, networkId: done.networkId },
  });
  return done;
}

// The mapping is best taken back, but a database that is away must not hide why the deed failed.
async function dropped(visit: Visit | undefined): Promise<void> {
  await visit?.drop().catch(() => {});
}
