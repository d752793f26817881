/** Which tables a backup holds, and in which order their rows can be put back. */
import type pg from "pg";

/** `guard`: whose rows exist one at a time. `only`: which rows are kept. */
export type Table = { name: string; columns: string[]; guard: "provider" | "programme" | null; only?: string };

// Of the job queue only what is still to be done: letters under way, drafts to be forgotten.
const undone = "state not in ('completed', 'cancelled', 'failed')";

// What is kept for a day at most, by its columns' own tags (sessions, letters and proofs under way, counts), is no part of a
// backup: a session that was ended since must not come back with one, nor a letter that was used.
const passing = "nspname = 'auth' and (select bool_and(coalesce(col_description(attrelid, attnum), '') ~ 'ret=([0-9]+(min|h)|1d);') from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped)";

type Found = { name: string; columns: string[]; guards: string[]; forced: boolean; passing: boolean; parents: string[] };

/** Every table with its columns, parents before children. Asks the catalogue, so that a new table is in the next backup. */
export async function tables(client: pg.ClientBase): Promise<Table[]> {
  return (await found(client)).filter((table) => !table.passing).map(({ name, columns, guards: [guard], forced }) => {
    if (guard === undefined && forced) throw new Error(`${name} is guarded, and no policy says by whom`);
    if (guard !== undefined && guard !== "provider" && guard !== "programme") throw new Error(`${name} is guarded in a way that a backup does not know`);
    return { name, columns, guard: guard ?? null, ...(name === "pgboss.job" && { only: undone }) };
  });
}

/** Every table that must be empty before rows are put back: those that are no part of a backup too. */
export async function toEmpty(client: pg.ClientBase): Promise<string[]> {
  return (await found(client)).map(({ name }) => name);
}

async function found(client: pg.ClientBase): Promise<Found[]> {
  const { rows } = await client.query<Found>(`
    select format('%I.%I', nspname, relname) as name, relforcerowsecurity as forced, ${passing} as passing,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select coalesce(substring(pg_get_expr(polqual, polrelid) from '^\\((provider|programme)_id = current_\\1\\(\\)\\)$'), 'unknown') from pg_policy where polrelid = c.oid and polroles = '{0}') as guards,
      array(select format('%I.%I', pn.nspname, p.relname) from pg_constraint f join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p') and not relispartition and (nspname in ('public', 'auth') or (nspname = 'pgboss' and relname = 'job'))
    and (nspname, relname) <> ('public', '_prisma_migrations') order by 1`);
  return parentsFirst(rows);
}

function parentsFirst(found: Found[]): Found[] {
  const [sorted, names] = [[] as Found[], new Set(found.map(({ name }) => name))];
  const placed = new Set<string>();
  while (sorted.length < found.length) {
    const next = found.filter(({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent) || !names.has(parent)));
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    for (const table of next) placed.add(table.name);
    sorted.push(...next);
  }
  return sorted;
}
