import "server-only";
import { here, Refusal } from "#lib/action/refusal.ts";
import type { Actor } from "#lib/access/actor.ts";
import { momentPlace, pageOf, type Moment } from "#lib/data/paging.ts";
import type { Db } from "#lib/data/within.ts";
import { mostPeople } from "./project.ts";
import type { State } from "./steps.ts";

const pageSize = 20;

/** A provider's projects, the newest first, of one state where one is asked for; a page of 20 and where the next one begins. */
export async function projectsOf(db: Db, { state, after }: { state?: State; after?: Moment }) {
  const found = await db.project.findMany({
    where: { ...(state && { state }), ...(after && { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] }) },
    select: { id: true, number: true, title: true, language: true, state: true, createdAt: true, network: { select: { name: true } }, steps: { select: { at: true }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    relationLoadStrategy: "join",
  });
  const { rows, next } = pageOf(found, pageSize, ({ createdAt, id }) => momentPlace({ at: createdAt, id }));
  return { rows: rows.map(({ steps: [last], ...project }) => ({ ...project, since: last?.at ?? project.createdAt })), next };
}
export type ListedProjects = Awaited<ReturnType<typeof projectsOf>>;

/** Everything of one project but its diary: words, people, steps, how it ended, former words, and who and which groups could be named. */
export async function projectToRead(db: Db, id: string) {
  const project = await db.project.findFirst({
    where: { id },
    select: {
      id: true, number: true, title: true, place: true, language: true, focusGroup: true, groupId: true, owner: true, ownerCalled: true, ownerReason: true,
      planned: true, currency: true, withoutIdea: true, state: true, version: true, createdAt: true, group: { select: { name: true, language: true } },
      network: {
        select: {
          name: true, groups: { where: { state: "active" }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 100 },
          provider: { select: { members: { select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 200 } } },
        },
      },
      people: { select: { id: true, role: true, called: true, since: true, endedAt: true, member: { select: { name: true } } }, orderBy: [{ endedAt: { sort: "desc", nulls: "first" } }, { since: "asc" }, { id: "asc" }], take: mostPeople + 60 },
      steps: { select: { id: true, step: true, why: true, language: true, at: true, member: { select: { name: true } }, closing: { select: { outcome: true, goesOnAs: true, told: true, learned: true, language: true } } }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 40 },
      versions: { select: { version: true, title: true, place: true, ownerCalled: true, ownerReason: true, planned: true, currency: true, replacedAt: true, group: { select: { name: true } }, replacer: { select: { name: true } } }, orderBy: { version: "desc" }, take: 20 },
      adoptions: { select: { idea: { select: { id: true, number: true, what: true, language: true } } }, take: 1 },
    },
    relationLoadStrategy: "join",
  });
  return here(project);
}
export type ProjectToRead = Awaited<ReturnType<typeof projectToRead>>;

/** The project that an idea became, with the day since when it is what it is now; null where it is none. */
export async function projectOfIdea(db: Db, ideaId: string) {
  const adoption = await db.adoption.findFirst({
    where: { ideaId },
    select: { project: { select: { id: true, title: true, language: true, state: true, createdAt: true, steps: { select: { at: true }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 1 } } } },
    relationLoadStrategy: "join",
  });
  if (!adoption) return null;
  const { steps: [last], ...project } = adoption.project;
  return { ...project, since: last?.at ?? project.createdAt };
}
export type AdoptedAs = NonNullable<Awaited<ReturnType<typeof projectOfIdea>>>;

/** What staff need who make an idea a micro project: its words, its network and that network's groups, and whether it may be now. */
export async function ideaToAdopt(db: Db, id: string) {
  const idea = here(await db.idea.findFirst({
    where: { id },
    select: {
      id: true, number: true, what: true, forWhom: true, weHave: true, language: true, groupId: true,
      network: { select: { id: true, name: true, place: true, focusGroup: true, groups: { where: { state: "active" }, select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 100 } } },
      answer: { select: { version: true, deferrals: { select: { answerVersion: true } } } }, adoption: { select: { projectId: true } },
    },
    relationLoadStrategy: "join",
  }));
  return { ...idea, notNow: idea.answer?.deferrals.some(({ answerVersion }) => answerVersion === idea.answer?.version) ?? false };
}
export type IdeaToAdopt = Awaited<ReturnType<typeof ideaToAdopt>>;

const running = { id: true, title: true, language: true, createdAt: true, network: { select: { name: true } } } as const;

/** Running projects for a day's work: those one looks after oneself first, then the newest. */
export async function runningProjects(db: Db, actor: Actor, most: number) {
  const own = { people: { some: { memberId: here(actor.id), endedAt: null, role: "facilitator" } } };
  const newest = { select: running, orderBy: [{ createdAt: "desc" as const }, { id: "desc" as const }], relationLoadStrategy: "join" as const };
  const mine = await db.project.findMany({ where: { state: "running", ...own }, ...newest, take: most });
  if (mine.length === most) return mine;
  return [...mine, ...(await db.project.findMany({ where: { state: "running", NOT: own }, ...newest, take: most - mine.length }))];
}
export type RunningProject = Awaited<ReturnType<typeof runningProjects>>[number];

/** A project that something can be logged in; a refusal in words before it starts and after its end. Held until the deed is done. */
export async function runningProject(db: Db, actor: Actor, id: string) {
  const [project] = await db.$queryRaw<{ networkId: string; createdAt: Date; state: string }[]>`
    select network_id::text as "networkId", created_at as "createdAt", state from projects
    where provider_id = ${actor.place.id}::uuid and id = ${id}::uuid for share`;
  const { state, ...running } = here(project);
  if (state === "forming") throw new Refusal("logBeforeStart");
  if (state !== "running" && state !== "paused") throw new Refusal("logAfterEnd");
  return running;
}
