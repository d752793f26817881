import "server-only";
import { randomUUID } from "node:crypto";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import { contentLanguage } from "#lib/language/languages.ts";
import { columns, type AdoptedIdea, type BegunProject, type ProjectWords } from "./project.ts";

/** An answered idea becomes a micro project, once. Two at once: one project, and the other is told its name. */
export async function adopt(db: Db, actor: Actor, project: AdoptedIdea, locale: string) {
  const memberId = here(actor.id);
  // Held until the deed is done, so that nobody says "not now" meanwhile; read after that.
  await db.$queryRaw`select version from answers where provider_id = ${actor.place.id}::uuid and idea_id = ${project.idea}::uuid for share`;
  const idea = here(await db.idea.findFirst({
    where: { id: project.idea },
    select: {
      network: { select: { id: true, groups: activeAs(project.group) } }, answer: { select: { version: true, deferrals: { select: { answerVersion: true } } } },
      adoption: { select: adopted },
    },
    relationLoadStrategy: "join",
  }));
  if (idea.adoption) return adoptedBefore(idea.adoption, project, memberId);
  if (!idea.answer) throw new Refusal("answerFirst");
  if (idea.answer.deferrals.some(({ answerVersion }) => answerVersion === idea.answer?.version)) throw new Refusal("saidNotNow");
  groupIsHere(project.group, idea.network.groups);
  const row = { ...columns(project), networkId: idea.network.id, withoutIdea: null, idea: project.idea, memberId, language: contentLanguage(locale) };
  let made = await form(db, { ...row, id: project.id });
  if (!made) {
    // A taken id is somebody else's project, or this form sent twice at the same moment: then the idea is adopted by now.
    const meanwhile = await adoptionOf(db, project.idea);
    if (meanwhile) return adoptedBefore(meanwhile, project, memberId);
    made = await form(db, { ...row, id: randomUUID() });
  }
  const { id, ...ofIdea } = here(made);
  if (!ofIdea.adopted) throw new Refusal("adoptedBefore", { words: { title: (await adoptionOf(db, project.idea))?.project.title ?? "" } }); // undoes the project that came too late
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
    const before = await db.project.findFirst({ where: { id: project.id, networkId: network.id, withoutIdea: project.withoutIdea, steps: { some: { step: "formed", memberId } } }, select: asFormed, relationLoadStrategy: "join" });
    if (before && wasFormedAs(before, project)) return { id: project.id, networkId: network.id, again: true };
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

const words = { title: true, place: true, focusGroup: true, groupId: true, owner: true, ownerCalled: true, ownerReason: true, planned: true, currency: true } as const;
const asFormed = { ...words, versions: { where: { version: 1 }, select: words, take: 1 } } as const;
const adopted = { projectId: true, memberId: true, project: { select: asFormed } } as const;
type Words = ReturnType<typeof columns>;
type Formed = { [Column in keyof Words]: Column extends "title" ? string : unknown } & { versions: { [Column in keyof Words]: unknown }[] };

// A colleague may have changed it since: what counts is how it began.
function wasFormedAs(formed: Formed, project: ProjectWords): boolean {
  const first = formed.versions[0] ?? formed;
  return Object.entries(columns(project)).every(([column, value]) => first[column as keyof Words] === value);
}

function adoptionOf(db: Db, ideaId: string) {
  return db.adoption.findFirst({ where: { ideaId }, select: adopted, relationLoadStrategy: "join" });
}

// One's own form sent twice is done already; with other words it is told which project there is.
function adoptedBefore({ projectId, memberId, project }: { projectId: string; memberId: string; project: Formed }, asked: AdoptedIdea, asking: string) {
  if (projectId === asked.id && memberId === asking && wasFormedAs(project, asked)) return { id: asked.id, again: true };
  throw new Refusal("adoptedBefore", { words: { title: project.title } });
}
