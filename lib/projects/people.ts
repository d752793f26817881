import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { mostPeople, type NamedPerson } from "./project.ts";
import { stateOf, stateRefusals } from "./steps.ts";

/** Somebody takes a role in a project that has not ended. The same form again is the same person. */
export async function name(db: Db, actor: Actor, { id, project, role, called, member }: NamedPerson) {
  const { networkId, people, ...there } = here(await db.project.findFirst({
    where: { id: project },
    select: { networkId: true, state: true, people: { where: { endedAt: null }, select: { id: true }, take: mostPeople } },
    relationLoadStrategy: "join",
  }));
  const state = stateOf(there);
  if (state === "closed" || state === "stopped") throw new Refusal(stateRefusals[state]);
  const data = { projectId: project, role, memberId: role === "facilitator" ? (member ?? null) : null, called: role === "facilitator" ? null : called, namedBy: here(actor.id) };
  const namedAs = (as: string) => db.projectPerson.createManyAndReturn({ data: { id: as, ...data }, skipDuplicates: true, select: { id: true } });
  let [named] = await namedAs(id);
  if (!named) {
    if (await db.projectPerson.findFirst({ where: { id, ...data }, select: { id: true } })) return { id, networkId, again: true, goTo: `/projects/${project}#people` };
    [named] = await namedAs(randomUUID());
  }
  if (people.length >= mostPeople) throw new Refusal("projectPeopleFull", { words: { most: mostPeople } }); // undoes the row
  return { id: here(named).id, networkId, goTo: `/projects/${project}#people` };
}

/** A role ends; who had it stays in the project's story. */
export async function end(db: Db, actor: Actor, id: string) {
  const [ended] = await db.projectPerson.updateManyAndReturn({ where: { id, endedAt: null }, data: { endedAt: actor.at }, select: { projectId: true } });
  if (ended) return { id, changed: ["endedAt"], goTo: `/projects/${ended.projectId}#people` };
  const before = here(await db.projectPerson.findFirst({ where: { id }, select: { projectId: true } }));
  return { id, again: true, goTo: `/projects/${before.projectId}#people` };
}
