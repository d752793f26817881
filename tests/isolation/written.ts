/** What stands in the database, so that one can see what a deed has written. */
import { vidzeme, dithmarschen, type World } from "#tests/support/people.ts";

export type Standing = Map<string, string>;

/** Every table's content at each provider, and what belongs to none. Only the counters of limits and the refused calls may change by a no. */
export async function standing(world: World): Promise<Standing> {
  const all = new Map<string, string>();
  const tables = await world.rows<{ name: string; guarded: boolean }>(null, `
    select oid::regclass::text as name, relrowsecurity as guarded from pg_class where relkind in ('r', 'p') and not relispartition
    and (relnamespace::regnamespace::text in ('public', 'auth') or oid = 'pgboss.job'::regclass) and oid not in ('auth.limits'::regclass, 'auth.refusals'::regclass) order by 1`);
  for (const provider of [vidzeme, dithmarschen, null]) {
    const read = tables.filter(({ guarded }) => guarded === (provider !== null)).map(({ name }) => `select '${name}' as name, md5(coalesce(string_agg(line::text, ' ' order by line::text), '')) as content from ${name} as line`);
    for (const { name, content } of await world.rows<{ name: string; content: string }>(provider, read.join(" union all "))) all.set(`${provider?.slug ?? "nobody"}: ${name}`, content);
  }
  return all;
}

/** The tables that differ, like `vidzeme: ideas`. */
export function written(before: Standing, after: Standing): string[] {
  return [...after].filter(([name, content]) => before.get(name) !== content).map(([name]) => name);
}

/** Does something and tells which tables it has written into. */
export async function writing<T>(world: World, work: () => Promise<T>): Promise<{ answer: T; wrote: string[] }> {
  const before = await standing(world);
  const answer = await work();
  return { answer, wrote: written(before, await standing(world)) };
}
