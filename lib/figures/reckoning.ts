import { dayAfter, firstDay, type Quarter } from "./quarter.ts";

/** What is counted of one network in one quarter. Of projects: how many stood in that state when the quarter ended. */
export const figures = [
  "ideas", "answered_in_time", "projects_begun", "projects_forming", "projects_running", "projects_paused", "projects_closed", "projects_stopped",
  "activities", "visits", "children", "minutes",
] as const;
export type Figure = (typeof figures)[number];

/** One number, where it is not zero; `base`: of how many. */
export type Cell = { network: string; quarter: Quarter; figure: Figure; value: number; base?: number };

/** Asks a database as a tagged template does, every value bound: Prisma's `$queryRaw`, or a plain connection through `asking()`. */
export type Ask = <Row>(question: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

type Place = { id: string; timeZone: string };

/**
 * Counts one provider's quarters, network by network. The one place that says how each figure is counted: the leader's picture
 * and the published figures both come from here, so it reads only columns without words, which a publisher may see.
 */
export async function reckoned(ask: Ask, place: Place, quarters: readonly Quarter[]): Promise<Cell[]> {
  const [first, last] = [quarters.toSorted()[0], quarters.toSorted().at(-1)];
  if (!first || !last) return [];
  const cells = [
    ...(await ideas(ask, place, firstDay(first), dayAfter(last))),
    ...(await answers(ask, place, firstDay(first), dayAfter(last))),
    ...(await projects(ask, place, quarters)),
    ...(await activities(ask, place, firstDay(first), dayAfter(last))),
  ];
  const asked = new Set<string>(quarters);
  return cells.filter(({ quarter, value, base }) => asked.has(quarter) && (value > 0 || base !== undefined));
}

/** A plain connection, asked in the same way. */
export function asking(connection: { query: (text: string, values: unknown[]) => Promise<{ rows: unknown[] }> }): Ask {
  return async <Row>(question: TemplateStringsArray, ...values: unknown[]) =>
    (await connection.query(question.reduce((text, part, at) => `${text}$${at}${part}`), values)).rows as Row[];
}

type Counted = { network: string; quarter: Quarter; value: number };

// Said in the quarter, by the provider's own calendar.
async function ideas(ask: Ask, { id, timeZone }: Place, from: string, to: string): Promise<Cell[]> {
  const rows = await ask<Counted>`
    select network_id as network, to_char(created_at at time zone ${timeZone}, 'YYYY"-Q"Q') as quarter, count(*)::int as value
    from ideas
    where provider_id = ${id}::uuid and created_at >= ${from}::timestamp at time zone ${timeZone} and created_at < ${to}::timestamp at time zone ${timeZone}
    group by 1, 2`;
  return rows.map((row) => ({ ...row, figure: "ideas" as const }));
}

// Due is an idea on the 28th day after it was said, and only once that day is over. The first answer counts: its moment stands
// with the answer, or among the former texts once the answer was changed.
async function answers(ask: Ask, { id, timeZone }: Place, from: string, to: string): Promise<Cell[]> {
  const rows = await ask<Counted & { base: number }>`
    select network, to_char(due, 'YYYY"-Q"Q') as quarter, count(*) filter (where answered < (due + 1)::timestamp at time zone ${timeZone})::int as value, count(*)::int as base
    from (
      select i.network_id as network, (i.created_at at time zone ${timeZone})::date + 28 as due, coalesce(v.written_at, a.written_at) as answered
      from ideas i
      left join answers a on a.provider_id = ${id}::uuid and a.idea_id = i.id
      left join answer_versions v on v.provider_id = ${id}::uuid and v.idea_id = i.id and v.version = 1
      where i.provider_id = ${id}::uuid and i.created_at >= (${from}::date - 28)::timestamp at time zone ${timeZone} and i.created_at < (${to}::date - 28)::timestamp at time zone ${timeZone}
    ) promised
    where due < (moment() at time zone ${timeZone})::date
    group by 1, 2`;
  return rows.map((row) => ({ ...row, figure: "answered_in_time" as const }));
}

/** After which step a project is counted where. */
export const stepsInto = {
  formed: "projects_forming", started: "projects_running", resumed: "projects_running", reopened: "projects_running", paused: "projects_paused",
  closed: "projects_closed", stopped: "projects_stopped",
} as const satisfies Record<string, Figure>;
type ByStep = Counted & { step: keyof typeof stepsInto; begun: number };

// The last step before the quarter's end says how a project stood then; what it is today does not matter.
async function projects(ask: Ask, { id, timeZone }: Place, quarters: readonly Quarter[]): Promise<Cell[]> {
  const rows = await ask<ByStep>`
    select p.network_id as network, q.quarter, latest.step, count(*)::int as value, count(*) filter (where p.created_at >= q.begins::timestamp at time zone ${timeZone})::int as begun
    from unnest(${[...quarters]}::text[], ${quarters.map(firstDay)}::date[], ${quarters.map(dayAfter)}::date[]) as q (quarter, begins, ends)
    join projects p on p.provider_id = ${id}::uuid and p.created_at < q.ends::timestamp at time zone ${timeZone}
    join lateral (
      select s.step from project_steps s
      where s.provider_id = ${id}::uuid and s.project_id = p.id and s.at < q.ends::timestamp at time zone ${timeZone}
      order by s.at desc, s.id desc limit 1
    ) latest on true
    group by 1, 2, 3`;
  const cells = rows.flatMap(({ network, quarter, step, value, begun }): Cell[] => [
    { network, quarter, figure: stepsInto[step], value }, { network, quarter, figure: "projects_begun", value: begun },
  ]);
  return summed(cells);
}

// Started, resumed, reopened: three steps, one state.
function summed(cells: Cell[]): Cell[] {
  const sums = new Map<string, Cell>();
  for (const cell of cells) {
    const key = `${cell.network} ${cell.quarter} ${cell.figure}`;
    sums.set(key, { ...cell, value: cell.value + (sums.get(key)?.value ?? 0) });
  }
  return [...sums.values()];
}

type Heads = Omit<Counted, "value"> & { activities: number; visits: number; children: number; minutes: number };

// Visits are heads at a door, new and known ones together; who comes twice is counted twice. What was taken back never happened.
async function activities(ask: Ask, { id }: Place, from: string, to: string): Promise<Cell[]> {
  const rows = await ask<Heads>`
    select network_id as network, to_char(happened_on, 'YYYY"-Q"Q') as quarter,
      count(*)::int as activities, sum(newcomers + regulars)::int as visits, sum(children)::int as children, sum(minutes)::int as minutes
    from activities
    where provider_id = ${id}::uuid and state = 'logged' and happened_on >= ${from}::date and happened_on < ${to}::date
    group by 1, 2`;
  return rows.flatMap(({ network, quarter, ...counted }) => (["activities", "visits", "children", "minutes"] as const).map((figure) => ({ network, quarter, figure, value: counted[figure] })));
}
