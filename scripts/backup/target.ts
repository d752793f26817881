import type pg from "pg";
import { Failure } from "../failures.ts";

/** Refuses a database in which anything of anybody's lies. Empty, or migrated and never used, is fine. */
export async function emptyTarget(client: pg.ClientBase): Promise<void> {
  const { rows: [found] } = await client.query<{ tables: number; ours: boolean }>(`
    select count(*)::int as tables, count(*) filter (where (nspname, relname) in (('public', 'providers'), ('public', 'programmes'), ('auth', 'persons'))) = 3 as ours
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p', 'f', 'm') and nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
  if (!found?.tables) return;
  // Without a provider and a programme there is no row of theirs either: every one of them refers to one.
  const { rows } = found.ours ? await client.query("select from public.providers union all select from public.programmes union all select from auth.persons limit 1") : { rows: [{}] };
  if (rows.length) throw new Failure("The database in DATABASE_OWNER_URL is in use. Nothing was touched.", "Restore into an empty one (createdb sempre_restored), look at it, then let DATABASE_URL and the others name it.");
}
