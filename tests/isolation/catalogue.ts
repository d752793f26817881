/** What PostgreSQL's own catalogue must say about every table, key, right and role: each question answers what is not so. */
import type pg from "pg";

/** The few tables that belong to nobody and may be read by everybody; Prisma's history tells the product whether it fits. */
const shared = `('regions', 'programmes', 'providers', 'demo_mark', 'agreed_texts', 'indicators', 'releases', 'figures', '_prisma_migrations')`;

// What may point at a row of any noun: no one foreign key could hold these.
const anyNoun = `('events.actor_id', 'events.subject_id', 'events.network_id', 'programme_events.actor_id', 'programme_events.subject_id', 'waits.subject_id', 'drafts.actor_id')`;

// The publisher goes through all providers, so it may see keys, moments and states, and no word and no name.
const publisherMay = `schema = 'public' and (privilege_type = 'INSERT' and name in ('releases', 'figures') or privilege_type = 'UPDATE' and name = 'sharings.taken_at'
        or privilege_type = 'SELECT' and not exists (select from pg_attribute where attrelid = split_part(name, '.', 1)::regclass and attnum > 0 and not attisdropped
          and (strpos(name, '.') = 0 or attname = split_part(name, '.', 2)) and coalesce(col_description(attrelid, attnum), '') !~ '^class=(key|time|setting|state);'))`;

/** Every other table of the product, with the column it is led by and the question its policy asks. */
const tenants = `
  select pg_class.oid, relname as name, lead, 'current_' || replace(lead, '_id', '') || '()' as asked from pg_class, lateral (
    select attname as lead from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped order by attnum limit 1) as first
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not in ${shared}`;

const isolation: Record<string, string> = {
  "begins with neither provider_id nor programme_id": `
    select name as place from tenants where lead not in ('provider_id', 'programme_id')`,
  "could be without its place, or take it from elsewhere than the transaction": `
    select name || '.' || lead as place from tenants join pg_attribute on attrelid = tenants.oid and attname = lead
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where not attnotnull or atttypid <> 'uuid'::regtype or pg_get_expr(adbin, adrelid) is distinct from asked`,
  "has no row level security, or not for its owner": `
    select name as place from tenants join pg_class on pg_class.oid = tenants.oid where not (relrowsecurity and relforcerowsecurity)`,
  "has not exactly one permissive policy": `
    select name as place from tenants where 1 <> (select count(*) from pg_policy where polrelid = tenants.oid and polpermissive)`,
  "is a policy that asks another question, or not for everything and everybody": `
    select format('%s.%s', name, polname) as place from tenants join pg_policy on polrelid = tenants.oid, format('(%s = %s)', lead, asked) as mine
    where polpermissive and not (polcmd = '*' and polroles = '{0}' and pg_get_expr(polqual, polrelid) = mine
      and pg_get_expr(polwithcheck, polrelid) is not distinct from mine)`,
  "has no primary key that begins with its place": `
    select name as place from tenants where not exists (select from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
      where indrelid = tenants.oid and indisprimary and attname = lead)`,
  "is an index or key that does not begin with the place": `
    select indexrelid::regclass::text as place from tenants join pg_index on indrelid = tenants.oid
    left join pg_attribute on attrelid = indrelid and attnum = indkey[0] where attname is distinct from lead`,
  "is indexed by a type whose comparison a policy cannot trust, so the index would not be used": `
    select format('%s.%s', indexrelid::regclass, attname) as place from tenants join pg_index on indrelid = tenants.oid join pg_attribute on attrelid = indexrelid
    where atttypid::regtype::text not in ('uuid', 'text', 'integer', 'bigint', 'boolean', 'date', 'timestamp with time zone', 'bytea')`,
  "is a foreign key that could point at a row of another place": `
    select format('%s.%s', child.name, conname) as place from pg_constraint join tenants as parent on parent.oid = confrelid
    left join tenants as child on child.oid = conrelid
    left join pg_attribute as mine on mine.attrelid = conrelid and mine.attnum = conkey[1]
    left join pg_attribute as theirs on theirs.attrelid = confrelid and theirs.attnum = confkey[1]
    where contype = 'f' and (child.lead, mine.attname, theirs.attname) is distinct from (parent.lead, parent.lead, parent.lead)`,
  "is a foreign key that deletes, empties or rewrites rows by itself": `
    select format('%s.%s', name, conname) as place from pg_constraint join tenants on tenants.oid in (conrelid, confrelid)
    where contype = 'f' and (confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r'))`,
  "is a trigger or a rule": `
    select format('%s.%s', name, tgname) as place from tenants join pg_trigger on tgrelid = tenants.oid where not tgisinternal
    union all select format('%s.%s', name, rulename) from tenants join pg_rewrite on ev_class = tenants.oid`,
  "names a row that no foreign key holds it to": `
    select format('%s.%s', name, attname) as place from tenants join pg_attribute on attrelid = tenants.oid
    where attnum > 0 and not attisdropped and atttypid = 'uuid'::regtype and attname not in ('id', lead) and col_description(attrelid, attnum) like 'class=key;%'
    and format('%s.%s', name, attname) not in ${anyNoun} and not exists (select from pg_constraint where contype = 'f' and conrelid = attrelid and attnum = any (conkey))`,
  "hangs on nothing that belongs to its place": `
    select name as place from tenants where not exists (select from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1] where contype = 'f' and conrelid = tenants.oid and attname = lead)`,
  "shows rows by the right of another": `
    select pg_class.oid::regclass::text as place from pg_class where relkind in ('v', 'm', 'f') and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
    and has_any_column_privilege('app_user', oid, 'select') and not (relkind = 'v' and coalesce(reloptions, '{}') && '{security_invoker=true,security_invoker=on}')`,
};

const rights: Record<string, string> = {
  "is a function that the product may call by the right of its owner": `
    select oid::regprocedure::text as place from pg_proc where prosecdef and oid::regprocedure::text <> 'auth.who_enters(bytea,text,text)'
    and (has_function_privilege('app_user', oid, 'execute') or has_function_privilege('auth_user', oid, 'execute') or has_function_privilege('publisher', oid, 'execute'))`,
  "runs by the right of its owner with a search path that the caller could choose": `
    select oid::regprocedure::text as place from pg_proc where prosecdef and pronamespace::regnamespace::text in ('public', 'auth', 'pgboss')
    and not exists (select from unnest(proconfig) as setting where setting like 'search_path=%')`,
  "may be called by everybody": `
    select oid::regprocedure::text as place from pg_proc where pronamespace::regnamespace::text in ('public', 'auth')
    and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))`,
  "is more than an ordinary role": `
    select rolname as place from ours where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication`,
  "acts by the rights of another role": `
    select format('%s as %s', rolname, roleid::regrole) as place from ours join pg_auth_members on member = ours.oid`,
  "belongs to a role that only uses the database": `
    select pg_describe_object(classid, objid, objsubid) as place from ours join pg_shdepend on refclassid = 'pg_authid'::regclass and refobjid = ours.oid
    where deptype = 'o' and dbid in (0, (select oid from pg_database where datname = current_database()))`,
  "is a right that nobody was meant to have": `
    select format('%s: %s %s.%s', coalesce(rolname, 'everybody'), privilege_type, schema, name) as place from given left join ours on ours.oid = grantee
    where (ours.oid is not null or grantee = 0) and (is_grantable or not coalesce(case
      when rolname = 'app_user' and schema = 'pgboss' then privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') -- the job queue: ids only, no tenant's words
      when rolname = 'publisher' then ${publisherMay}
      when rolname = 'auth_user' and schema = 'public' and split_part(name, '.', 1) = 'providers' and privilege_type = 'UPDATE' then split_part(name, '.', 2) in ('name', 'language', 'time_zone', 'nuts_version', 'region_code')
      when schema = 'public' and name in ${shared} then rolname is not null and privilege_type = 'SELECT'
      when rolname = 'app_user' then schema = 'public' and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
      when rolname = 'auth_user' then schema = 'auth' and privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') end, false))`,
  "would let somebody make things here": `
    select format('%s: schema %s', coalesce(rolname, 'everybody'), nspname) as place from pg_namespace, aclexplode(nspacl) left join ours on ours.oid = grantee
    where privilege_type = 'CREATE' and (ours.oid is not null or grantee = 0)
    union all select rolname || ': database' from ours where has_database_privilege(ours.oid, current_database(), 'create')`,
  "puts somebody into a place before they enter, or past the policies": `
    select format('%s: %s', coalesce(rolname, 'everybody'), setting) as place from pg_db_role_setting left join ours on ours.oid = setrole, unnest(setconfig) as setting
    where setdatabase in (0, (select oid from pg_database where datname = current_database())) and (setrole = 0 or ours.oid is not null)
    and (setting like 'app.%' or setting like 'row_security=%' and setting <> 'row_security=on')`,
  "answers something else than the transaction says": `
    select oid::regprocedure::text as place from pg_proc where pronamespace = 'public'::regnamespace and proname in ('current_provider', 'current_programme')
    and (prosecdef or provolatile <> 's' or proconfig is not null or btrim(prosrc) <> format('select nullif(current_setting(%L, true), %L)::uuid', 'app.' || substr(proname, 9) || '_id', ''))`,
  "will be granted on what is made later": `
    select format('%s: %s', coalesce(rolname, 'everybody'), privilege_type) as place from pg_default_acl, aclexplode(defaclacl) left join ours on ours.oid = grantee
    where ours.oid is not null or grantee = 0`,
};

const tags: Record<string, string> = {
  "does not say what it is for": `
    select format('%s.%s', attrelid::regclass, attname) as place from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace::regnamespace::text in ('public', 'auth') and relkind in ('r', 'p') and relname <> '_prisma_migrations' and attnum > 0 and not attisdropped
    and coalesce(col_description(attrelid, attnum), '') !~ '^class=(key|time|setting|state|words|personal|contact|secret);ret=[a-z0-9]+;export=(yes|no);erase=(keep|empty|delete)$'`,
};

const words = `with tenants as (${tenants}),
  ours as (select * from pg_roles where rolname in ('app_user', 'auth_user', 'publisher')),
  relations as (select oid, relname as name, relnamespace::regnamespace::text as schema, relacl from pg_class
    where relnamespace::regnamespace::text !~ '^(pg_|information_schema)'),
  given as (select name, schema, acl.* from relations, aclexplode(relacl) as acl
    union all select name || '.' || attname, schema, acl.* from relations join pg_attribute on attrelid = relations.oid, aclexplode(attacl) as acl
    where name <> '_prisma_migrations')`;

/** What can be asked apart, where holes of one kind are looked for. */
export const questions = { isolation, rights, all: { ...isolation, ...rights, ...tags } };

/** Everything that is wrong with the isolation of this database, in sentences; nothing if all is well. */
export async function faults(client: pg.ClientBase, asked: Record<string, string> = questions.all): Promise<string[]> {
  const found = Object.entries(asked).map(([fault, question]) => `select place || ' ${fault}' as fault from (${question}) as found`);
  const { rows } = await client.query<{ fault: string }>(`${words} ${found.join(" union all ")} order by 1`);
  return rows.map(({ fault }) => fault);
}

export type Tenant = { name: string; lead: "provider_id" | "programme_id" };

/** The tables that belong to a provider or a programme. */
export async function tenantTables(client: pg.ClientBase): Promise<Tenant[]> {
  return (await client.query<Tenant>(`select name, lead from (${tenants}) as tenants order by name`)).rows;
}
