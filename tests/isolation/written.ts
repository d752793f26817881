/** What stands in the database, so that one can see what a deed has written. */
import type { QueryResult } from "pg";
import { vidzeme, dithmarschen, type World } from "#tests/support/people.ts";

type Standing = Map<string, string>;
type Line = { name: string; content: string };

/** Does something and tells which tables it has written into, like `vidzeme: ideas` or, where no provider owns them, `nobody: auth.sessions`. */
export async function writing<T>(world: World, work: () => Promise<T>): Promise<{ answer: T; wrote: string[] }> {
  const before = await standing(world);
  const answer = await work();
  const after = await standing(world);
  return { answer, wrote: [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name) };
}

/** How many rows every table has and which transaction wrote last. Only the counters of limits and the refused calls may change by a no. */
async function standing(world: World): Promise<Standing> {
  const { rows: tables } = await world.owner.query<{ name: string; guarded: boolean }>(`
    select oid::regclass::text as name, relrowsecurity as guarded from pg_class where relkind in ('r', 'p') and not relispartition
    and (relnamespace::regnamespace::text in ('public', 'auth') or oid = 'pgboss.job'::regclass) and oid not in ('auth.limits'::regclass, 'auth.refusals'::regclass) order by 1`);
  const questions = [vidzeme, dithmarschen, null].map((provider) => {
    const read = tables.filter(({ guarded }) => guarded === (provider !== null)).map(({ name }) => `select '${provider?.slug ?? "nobody"}: ${name}' as name, count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) as content from ${name}`);
    return `select set_config('app.provider_id', '${provider?.id ?? ""}', false); ${read.join(" union all ")}`;
  });
  const answers = (await world.owner.query(questions.join(";"))) as unknown as QueryResult<Line>[];
  return new Map(answers.flatMap(({ rows }) => rows).flatMap(({ name, content }) => (name ? [[name, content] as const] : [])));
}
