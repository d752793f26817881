/** Every tenant table, everything that can be tried on it, from everywhere: what the database should say follows from the kind of table. */
import type pg from "pg";
import { tenantTables, type Tenant } from "./catalogue.ts";
import { fitting, insert, make, type Row } from "./rows.ts";

type Trial = "read" | "add" | "change" | "remove" | "move" | "point";
type Said = "done" | "nothing" | "refused";
type Pointer = { column: string; key: string; parent: string };
/** A row that is there, one that could come next, and for each pointer one that uses it. */
type Place = { id: string; there: Row; next: Row; pointing: Row[] };
export type Stand = Tenant & { places: [Place, Place]; keys: string[]; pointers: Pointer[] };

// History is only added to. Numbers only rise. What waits and what is kept comes and goes. What has steps stays.
const history: Trial[] = ["read", "add", "point"];
const lasting: Trial[] = [...history, "change", "move"];
const kinds: Record<string, Trial[]> = {
  answer_versions: history, group_versions: history, group_steps: history, deferrals: history, tickets: history, events: history,
  counters: [...history, "change", "move"], waits: [...history, "remove"], comparisons: [...history, "remove"],
  project_steps: history, project_versions: history, adoptions: history, closings: history, activity_steps: history, activity_versions: history,
  network_text_versions: history, sharing_steps: history, programme_events: history,
  projects: lasting, project_people: lasting, activities: lasting, joinings: lasting, partnerships: lasting, sharings: lasting,
};

/** Gives both places of every table a row that is there and one that could come next. The owner does this, and commits it. */
export async function setUp(owner: pg.ClientBase, places: Record<Tenant["lead"], [string, string]>): Promise<Stand[]> {
  const stands: Stand[] = [];
  for (const tenant of await tenantTables(owner)) {
    const [[mine, theirs], shape] = [places[tenant.lead], await shapeOf(owner, tenant.name)];
    stands.push({ ...tenant, ...shape, places: [await furnished(owner, tenant, mine, shape), await furnished(owner, tenant, theirs, shape)] });
  }
  return stands;
}

async function furnished(owner: pg.ClientBase, tenant: Tenant, id: string, { keys, pointers }: Pick<Stand, "keys" | "pointers">): Promise<Place> {
  await owner.query("begin");
  await enter(owner, tenant, id);
  // Of what there is one row a place no second comes: meeting the first is as good as being let in.
  const alone = keys.length === 1 ? (await owner.query<Row>(`select * from ${tenant.name}`)).rows[0] : undefined;
  const there = alone ?? (await make(owner, tenant.name));
  const place: Place = { id, there, next: keys.length > 1 ? await fitting(owner, tenant.name) : there, pointing: [] };
  for (const { column, key, parent } of pointers) place.pointing.push(place.next[column] ? place.next : await fitting(owner, tenant.name, { [column]: (await make(owner, parent))[key] }));
  await owner.query("commit");
  return place;
}

/** Tries everything inside the client's transaction, undoes it, and answers what was not as it should be. */
export async function surprises(client: pg.ClientBase, stands: Stand[], tables: Stand[] = stands): Promise<string[]> {
  const found: string[] = [];
  for (const stand of tables) {
    const [mine, theirs] = stand.places;
    for (const from of [mine.id, theirs.id, "", "no place's id"]) {
      for (const [owner, other] of [[mine, theirs], [theirs, mine]] as const) {
        for (const [trial, attempts] of Object.entries(trialsOn(stand, owner, other, stands)) as [Trial, Attempt[]][]) {
          for (const attempt of attempts) {
            const [should, said] = [expected(trial, { right: kinds[stand.name]?.includes(trial) ?? true, from, owner: owner.id }), await tried(client, stand, from, attempt)];
            if (said !== should) found.push(`${trial} ${stand.name}, ${from === owner.id ? "at home" : from === other.id ? "from the other place" : from || "from nowhere"}: ${said}, not ${should}`);
          }
        }
      }
    }
  }
  return found;
}

function expected(trial: Trial, { right, from, owner }: { right: boolean; from: string; owner: string }): Said {
  if (!right || from === "no place's id") return "refused";
  const atHome = from === owner;
  if (trial === "add") return atHome ? "done" : "refused";
  if (trial === "move") return atHome ? "refused" : "nothing"; // nobody can give a row away, or take one
  return trial === "point" ? "refused" : atHome ? "done" : "nothing";
}

type Attempt = (client: pg.ClientBase) => Promise<number | null>;

function trialsOn({ name, lead, keys, pointers }: Stand, owner: Place, other: Place, stands: Stand[]): Record<Trial, Attempt[]> {
  const ask = (question: string, values: unknown[]): Attempt[] => [async (client) => (await client.query(question, values)).rowCount];
  const put = (row: Row): Attempt => async (client) => Object.keys(await insert(client, name, { ...row, [lead]: owner.id })).length;
  const theirs = (parent: string) => stands.find((stand) => stand.name === parent)?.places.find(({ id }) => id === other.id)?.there ?? {};
  return {
    read: ask(`select from ${name} where ${lead} = $1`, [owner.id]),
    add: [put(owner.next)],
    change: ask(`update ${name} set ${lead} = ${lead} where ${lead} = $1`, [owner.id]),
    remove: ask(`delete from ${name} where ${keys.map((key, at) => `${key} = $${at + 1}`).join(" and ")}`, keys.map((key) => owner.there[key])),
    move: ask(`update ${name} set ${lead} = $2 where ${lead} = $1`, [owner.id, other.id]),
    point: pointers.map(({ column, key, parent }, at) => put({ ...owner.pointing[at], [column]: theirs(parent)[key] })),
  };
}

// No right, another place's policy, a foreign key into nothing, a place that is no id.
const refusals = new Set(["42501", "23503", "22P02"]);

async function tried(client: pg.ClientBase, stand: Tenant, from: string, attempt: Attempt): Promise<Said> {
  await client.query("savepoint trial");
  try {
    await enter(client, stand, from);
    return (await attempt(client)) ? "done" : "nothing";
  } catch (error) {
    const code = String((error as { code?: string }).code);
    if (code === "23505") return "done"; // it met a row like itself over there: nothing had held it back
    if (!refusals.has(code)) throw error;
    return "refused";
  } finally {
    await client.query("rollback to trial");
  }
}

async function enter(client: pg.ClientBase, { lead }: Tenant, id: string): Promise<void> {
  await client.query("select set_config($1, $2, true)", [`app.${lead}`, id]);
}

async function shapeOf(client: pg.ClientBase, table: string): Promise<{ keys: string[]; pointers: Pointer[] }> {
  const { rows: keys } = await client.query<{ name: string }>("select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey) where indrelid = $1::regclass and indisprimary", [table]);
  const { rows: pointers } = await client.query<Pointer>(
    `select mine.attname as column, theirs.attname as key, confrelid::regclass::text as parent from pg_constraint, unnest(conkey, confkey) as pair (here, there)
     join pg_attribute as mine on mine.attnum = here join pg_attribute as theirs on theirs.attnum = there
     where contype = 'f' and conrelid = $1::regclass and mine.attrelid = conrelid and theirs.attrelid = confrelid and theirs.attname not in ('provider_id', 'programme_id')
     and (select relrowsecurity from pg_class where oid = confrelid)`,
    [table],
  );
  return { keys: keys.map(({ name }) => name), pointers };
}
