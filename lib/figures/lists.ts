import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { momentIn, momentPlace, pageOf, type Moment } from "#lib/data/paging.ts";
import type { Db } from "#lib/data/within.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { dayAfter, firstDay, quarterIn, quarterOf, type Quarter } from "./quarter.ts";
import { figures, stepsInto, type Figure } from "./reckoning.ts";
import type { Claim } from "./picture.ts";

const pageSize = 20;

/** What a number of the picture opens: which figure, of which quarter, of one network or of all. */
export type Asked = { figure: Figure; quarter: Quarter; network?: string; after?: Moment };

/** The figure an address names, if there is one of this name. */
export function figureIn(claim: string): Figure | undefined {
  return figures.find((figure) => figure === claim);
}

/** What else the address says; without a quarter that has begun it is the running one. */
export function askedIn(figure: Figure, claim: Claim, { at, place }: Pick<Actor, "at" | "place">): Asked & { running: boolean } {
  const now = quarterOf(at, place.timeZone);
  const named = quarterIn(claim.quarter);
  const quarter = named && named <= now ? named : now;
  return { figure, quarter, running: quarter === now, after: momentIn(claim.after) };
}

/** The list behind a number, with what it says in all: the same count that was clicked. */
export async function listFor(db: Db, actor: Actor, asked: Asked) {
  if (asked.figure === "ideas" || asked.figure === "answered_in_time") return { of: "ideas" as const, ...(await listedIdeas(db, actor, asked)) };
  if (asked.figure.startsWith("projects_")) return { of: "projects" as const, ...(await listedProjects(db, actor, asked)) };
  return { of: "activities" as const, ...(await listedActivities(db, actor, asked)) };
}
export type List = Awaited<ReturnType<typeof listFor>>;

type Key = { id: string | null; at: Date };
const after = ({ after: last }: Asked) => (last ? Prisma.sql`where (at, id) < (${last.at}::timestamptz, ${last.id}::uuid)` : Prisma.empty);
const inNetwork = ({ network }: Asked, column: Prisma.Sql) => (network ? Prisma.sql`and ${column} = ${network}::uuid` : Prisma.empty);

// A page and where the next one begins. The totals stand on every row, also on the one that an empty list is.
function paged<Row extends Key>(rows: Row[]) {
  return pageOf(rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }])), pageSize, momentPlace);
}

type IdeaRow = Key & { number: number; network: string; answered: Date | null; inTime: boolean; overdue: boolean; notNow: boolean; adopted: boolean; total: number; kept: number };

// Ideas by number and dates, never by their words: those said in the quarter, or those due in it. The latest first.
async function listedIdeas(db: Db, { place: { id, timeZone } }: Actor, asked: Asked) {
  const [from, to] = [firstDay(asked.quarter), dayAfter(asked.quarter)];
  const meant = asked.figure === "ideas"
    ? Prisma.sql`i.created_at >= ${from}::timestamp at time zone ${timeZone} and i.created_at < ${to}::timestamp at time zone ${timeZone}`
    : Prisma.sql`i.created_at >= (${from}::date - 28)::timestamp at time zone ${timeZone} and i.created_at < (least(${to}::date, (moment() at time zone ${timeZone})::date) - 28)::timestamp at time zone ${timeZone}`;
  const answers = Prisma.sql`
    left join answers a on a.provider_id = ${id}::uuid and a.idea_id = said.id
    left join answer_versions v on v.provider_id = ${id}::uuid and v.idea_id = said.id and v.version = 1`;
  // A quarter may hold ten thousand: only where answers are counted is each looked up.
  const counted = asked.figure === "ideas"
    ? Prisma.sql`select count(*)::int as total, 0 as kept from found`
    : Prisma.sql`select count(*)::int as total, count(*) filter (where coalesce(v.written_at, a.written_at) < said.promise_ends)::int as kept from found said ${answers}`;
  const rows = await db.$queryRaw<IdeaRow[]>`
    with found as not materialized (
      select i.id, i.number, i.network_id, i.created_at as at, ((i.created_at at time zone ${timeZone})::date + 29)::timestamp at time zone ${timeZone} as promise_ends
      from ideas i where i.provider_id = ${id}::uuid and ${meant} ${inNetwork(asked, Prisma.sql`i.network_id`)}
    ), said as (select * from found ${after(asked)} order by at desc, id desc limit ${pageSize + 1}
    ), page as (select said.*, a.version, coalesce(v.written_at, a.written_at) as answered from said ${answers})
    select page.id, page.at, page.number, n.name as network, page.answered, coalesce(page.answered < page.promise_ends, false) as "inTime", page.promise_ends <= moment() as overdue,
      exists (select from deferrals d where d.provider_id = ${id}::uuid and d.idea_id = page.id and d.answer_version = page.version) as "notNow",
      exists (select from adoptions b where b.provider_id = ${id}::uuid and b.idea_id = page.id) as adopted, all_found.total, all_found.kept
    from (${counted}) all_found
    left join page on true
    left join networks n on n.provider_id = ${id}::uuid and n.id = page.network_id
    order by page.at desc, page.id desc`;
  return { ...paged(rows), total: rows[0]?.total ?? 0, kept: rows[0]?.kept ?? 0 };
}

type ProjectRow = Key & { number: number; title: string; language: string; network: string; step: keyof typeof stepsInto; total: number };

// Micro projects by title, with the state they were in when the quarter ended and since when; or those begun in it.
async function listedProjects(db: Db, { place: { id, timeZone } }: Actor, asked: Asked) {
  const steps = Object.entries(stepsInto).flatMap(([step, figure]) => (figure === asked.figure ? [step] : []));
  const ends = Prisma.sql`${dayAfter(asked.quarter)}::timestamp at time zone ${timeZone}`;
  const meant = asked.figure === "projects_begun" ? Prisma.sql`p.created_at >= ${firstDay(asked.quarter)}::timestamp at time zone ${timeZone}` : Prisma.sql`latest.step = any(${steps}::text[])`;
  const rows = await db.$queryRaw<ProjectRow[]>`
    with found as (
      select p.id, p.number, p.title, p.language, p.network_id, latest.step, latest.at
      from projects p
      join lateral (
        select s.step, s.at from project_steps s
        where s.provider_id = ${id}::uuid and s.project_id = p.id and s.at < ${ends}
        order by s.at desc, s.id desc limit 1
      ) latest on true
      where p.provider_id = ${id}::uuid and p.created_at < ${ends} and ${meant} ${inNetwork(asked, Prisma.sql`p.network_id`)}
    ), page as (select * from found ${after(asked)} order by at desc, id desc limit ${pageSize + 1})
    select page.id, page.at, page.number, page.title, page.language, page.step, n.name as network, all_found.total
    from (select count(*)::int as total from found) all_found
    left join page on true
    left join networks n on n.provider_id = ${id}::uuid and n.id = page.network_id
    order by page.at desc, page.id desc`;
  return { ...paged(rows), total: rows[0]?.total ?? 0 };
}

type ActivityRow = Key & { title: string; language: string; network: string; visits: number; children: number; minutes: number; total: number; allVisits: number; allChildren: number; allMinutes: number };

// Activities by day and micro project with their head counts, without a word of the diary.
async function listedActivities(db: Db, { place: { id } }: Actor, asked: Asked) {
  const rows = await db.$queryRaw<ActivityRow[]>`
    with found as (
      select a.id, a.happened_on::timestamp at time zone 'Etc/UTC' as at, a.project_id, a.network_id, a.newcomers + a.regulars as visits, a.children, a.minutes
      from activities a
      where a.provider_id = ${id}::uuid and a.state = 'logged' and a.happened_on >= ${firstDay(asked.quarter)}::date and a.happened_on < ${dayAfter(asked.quarter)}::date
        ${inNetwork(asked, Prisma.sql`a.network_id`)}
    ), page as (select * from found ${after(asked)} order by at desc, id desc limit ${pageSize + 1})
    select page.id, page.at, page.visits, page.children, page.minutes, p.title, p.language, n.name as network, all_found.*
    from (select count(*)::int as total, coalesce(sum(visits), 0)::int as "allVisits", coalesce(sum(children), 0)::int as "allChildren", coalesce(sum(minutes), 0)::int as "allMinutes" from found) all_found
    left join page on true
    left join projects p on p.provider_id = ${id}::uuid and p.id = page.project_id
    left join networks n on n.provider_id = ${id}::uuid and n.id = page.network_id
    order by page.at desc, page.id desc`;
  const [first] = rows;
  return { ...paged(rows), total: first?.total ?? 0, visits: first?.allVisits ?? 0, children: first?.allChildren ?? 0, minutes: first?.allMinutes ?? 0 };
}
