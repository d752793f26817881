import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { columns, type AdoptedIdea, type BegunProject } from "./project.ts";

/** An answered idea becomes a micro project, once. Two at once: one project, and the other is told its name. */
export async function adopt(db: Db, actor: Actor, project: AdoptedIdea, locale: string) {
  const memberId = here(actor.id);
  const idea = here(await db.idea.findFirst({
    where: { id: project.idea },
    select: {
      network: { select: { id: true, groups: activeAs(project.group) } }, answer: { select: { version: true, deferrals: { select: { answerVersion: true } } } },
      adoption: { select: { projectId: true, memberId: true, project: { select: { title: true } } } },
    },
    relationLoadStrategy: "join",
  }));
  if (idea.adoption) return adoptedBefore(idea.adoption, project.id, memberId);
  if (!idea.answer) throw new Refusal("answerFirst");
  if (idea.answer.deferrals.some(({ answerVersion }) => answerVersion === idea.answer?.version)) throw new Refusal("saidNotNow");
  groupIsHere(project.group, idea.network.groups);
  const row = { ...columns(project), networkId: idea.network.id, withoutIdea: null, idea: project.idea, memberId, language: contentLanguage(locale) };
  let made = await form(db, { ...row, id: project.id });
  if (!made) {
    // A taken id is somebody else's project, or this form sent twice at the same moment: then the idea is adopted by now.
    const meanwhile = await adoptionOf(db, project.idea);
    if (meanwhile) return adoptedBefore(meanwhile, project.id, memberId);
    made = await form(db, { ...row, id: randomUUID() });
  }
  const { id, adopted } = here(made);
  if (!adopted) throw new Refusal("adoptedBefore", { words: { title: (await adoptionOf(db, project.idea))?.project.title ?? "" } }); // undoes the project that came too late
  return { id, networkId: idea.network.id };
}

/** A micro project that nobody had proposed. The same form again is the same project. */
export async function begin(db: Db, actor: Actor, project: BegunProject, locale: string) {
  const memberId = here(actor.id);
  const network = here(await db.network.findFirst({ where: { id: project.network }, select: { id: true, groups: activeAs(project.group) }, relationLoadStrategy: "join" }));
  groupIsHere(project.group, network.groups);
  const row = { ...columns(project), networkId: network.id, withoutIdea: project.withoutIdea, idea: null, memberId, language: contentLanguage(locale) };
  let made = await form(db, { ...row, id: project.id });
  if (!made) {
    const same = { ...columns(project), networkId: network.id, withoutIdea: project.withoutIdea, steps: { some: { step: "formed", memberId } } };
    if (await db.project.findFirst({ where: { id: project.id, ...same }, select: { id: true } })) return { id: project.id, networkId: network.id, again: true };
    made = await form(db, { ...row, id: randomUUID() });
  }
  return { id: here(made).id, networkId: network.id };
}

/** An end-user group that acts in this project's network; asked with the network, in one statement. */
export function activeAs(group: string | undefined) {
  return { where: { id: { in: group ? [group] : [] }, state: "active" }, select: { id: true }, take: 1 } as const;
}

export function groupIsHere(group: string | undefined, found: { id: string }[]): void {
  if (group && found.length === 0) throw new Refusal("projectGroupNotHere");
}

type Row = ReturnType<typeof columns> & { id: string; networkId: string; withoutIdea: string | null; idea: string | null; memberId: string; language: string };

// The project, its first step, its first facilitator and, where there is one, its idea: one story, told in one statement.
async function form(db: Db, row: Row): Promise<{ id: string; adopted: boolean } | undefined> {
  const [made] = await db.$queryRaw<{ id: string; adopted: boolean }[]>`
    with made as (
      insert into projects (id, network_id, title, place, language, origin, focus_group, group_id, owner, owner_called, owner_reason, planned, currency, without_idea)
      values (${row.id}::uuid, ${row.networkId}::uuid, ${row.title}, ${row.place}, ${row.language}, 'written', ${row.focusGroup}, ${row.groupId}::uuid,
        ${row.owner}, ${row.ownerCalled}, ${row.ownerReason}, ${row.planned}::int, ${row.currency}, ${row.withoutIdea})
      on conflict do nothing returning provider_id, id),
    adopted as (
      insert into adoptions (provider_id, idea_id, project_id, member_id)
      select provider_id, ${row.idea}::uuid, id, ${row.memberId}::uuid from made where ${row.idea}::uuid is not null
      on conflict do nothing returning idea_id),
    formed as (
      insert into project_steps (provider_id, id, project_id, step, why, language, member_id)
      select provider_id, ${randomUUID()}::uuid, id, 'formed', '', ${row.language}, ${row.memberId}::uuid from made),
    named as (
      insert into project_people (provider_id, id, project_id, role, member_id, named_by)
      select provider_id, ${randomUUID()}::uuid, id, 'facilitator', ${row.memberId}::uuid, ${row.memberId}::uuid from made)
    select id::text as id, exists (select from adopted) as adopted from made`;
  return made;
}

type Adoption = { projectId: string; memberId: string; project: { title: string } };

function adoptionOf(db: Db, ideaId: string) {
  return db.adoption.findFirst({ where: { ideaId }, select: { projectId: true, memberId: true, project: { select: { title: true } } }, relationLoadStrategy: "join" });
}

// One's own form sent twice is done already.
function adoptedBefore({ projectId, memberId, project }: Adoption, id: string, asking: string) {
  if (projectId === id && memberId === asking) return { id, again: true };
  throw new Refusal("adoptedBefore", { words: { title: project.title } });
}
