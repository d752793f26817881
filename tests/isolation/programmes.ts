/** Who knocks at a programme's doors, what its forms can name, and what the answer should be. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Ability, Role } from "#lib/access/abilities.ts";
import { may } from "#lib/access/abilities.ts";
import { programme } from "#prisma/world.ts";
import { as, visitor, type Form, type Person, type World } from "#tests/support/people.ts";

/** The programme next door: its own people, and not a word of it may be seen or changed from here. */
export const other = { id: randomUUID(), slug: "next-door", manager: randomUUID(), partner: randomUUID(), secrets: { manager: "", partner: "" } };

type Caller = { who: string; roles: Role[]; arrives: () => Promise<Person> };
const ofCast = (role: "partner" | "editor" | "manager") => programme.members.find(({ roles }) => roles.includes(role))?.key ?? "";

/** In another place one's own roles are worth nothing: there one is a visitor. */
export const callers: Caller[] = [
  ...(["partner", "editor", "manager"] as const).map((role) => ({ who: `a ${role}`, roles: [role], arrives: () => as(ofCast(role)) })),
  ...(["partner", "manager"] as const).map((role) => ({ who: `another programme's ${role}`, roles: ["visitor" as const], arrives: async () => nextDoor(role) })),
  ...Object.entries({ staff: "ilze", leader: "maris", administrator: "liene", participant: "valdis" }).map(([role, key]) => ({ who: `a provider's ${role}`, roles: ["visitor" as const], arrives: () => as(key) })),
  { who: "a visitor", roles: ["visitor"], arrives: async () => visitor() },
];

/** The second programme with a manager and a partner who are signed in. */
export async function openNextDoor(world: World): Promise<void> {
  await world.owner.query("insert into programmes (id, slug, name) values ($1, $2, 'Next door')", [other.id, other.slug]);
  await world.owner.query("select set_config('app.programme_id', $1, false)", [other.id]);
  for (const role of ["manager", "partner"] as const) {
    const [person, secret] = [randomUUID(), randomBytes(32).toString("base64url")];
    other.secrets[role] = secret;
    await world.owner.query("insert into programme_members (id, name) values ($1, 'Next door')", [other[role]]);
    await world.owner.query("insert into auth.persons (id, name, email, language) values ($1, 'Next door', $2, 'en')", [person, `${role}@next-door.example.org`]);
    await world.owner.query("insert into auth.memberships (id, person_id, programme_id, member_id, role, joined_at) values (gen_random_uuid(), $1, $2, $3, $4, moment())", [person, other.id, other[role], role]);
    await world.owner.query("insert into auth.sessions (hash, person_id, expires_at) values ($1, $2, moment() + interval '1 hour')", [createHash("sha256").update(secret).digest(), person]);
  }
}

function nextDoor(role: "partner" | "manager"): Person {
  const person = visitor();
  person.browser.cookies.set("sid", other.secrets[role]);
  return person;
}

type Kind = "own" | "a colleague's" | "another programme's" | "random" | "malformed";
/** `field`: what names something; `name`: makes a thing of that kind; `yes`: for which kinds the deed is done. */
type Asked = { form: () => Form; field: string; name: (world: World, kind: Kind, member: string) => Promise<string>; yes: Kind[] };

const colleague = programme.members.find(({ roles }) => !roles.includes("partner"))?.member ?? "";
const choice = { name: "Coast", regions: "LV00C,DEF05", indicator: "ideas", first: "2025-Q1", last: "2025-Q4" };

export const forms: Partial<Record<Ability, Asked>> = {
  // Whether a provider is in another programme makes no difference here, and is not told.
  "invite provider": { form: () => ({}), field: "invited", name: named(newProvider), yes: ["own", "a colleague's", "another programme's"] },
  "invite partner": { form: () => ({ name: "Aino", email: `${randomUUID()}@example.org`, speaks: "en", role: "partner" }), field: "id", name: named(newMember), yes: ["own", "a colleague's", "another programme's", "random"] },
  "suspend partner": { form: () => ({}), field: "member", name: named((world, place) => newColleague(world, place)), yes: ["own", "a colleague's"] },
  "restore partner": { form: () => ({}), field: "member", name: named((world, place) => newColleague(world, place, "moment()")), yes: ["own", "a colleague's"] },
  "save comparison": { form: () => choice, field: "id", name: named(newComparison), yes: ["own", "a colleague's", "another programme's", "random"] },
  "forget comparison": { form: () => ({}), field: "comparison", name: named(newComparison), yes: ["own"] },
};

/** Sends the deed with every kind of name, and answers in sentences what was not as it should be. */
export async function surprisesIn(world: World, ability: Ability, caller: Caller, send: (person: Person, form: Form) => Promise<{ yes: boolean; wrote: string[]; said: string }>): Promise<string[]> {
  const asked = forms[ability];
  if (!asked) throw new Error(`tests/isolation/programmes.ts has no form for “${ability}”`);
  const found: string[] = [];
  const said = new Map<Kind, string>();
  const member = programme.members.find(({ roles }) => roles.some((role) => caller.roles.includes(role)))?.member ?? programme.members[0]?.member ?? "";
  for (const kind of ["own", "a colleague's", "another programme's", "random", "malformed"] as const) {
    const value = await asked.name(world, kind, member);
    const [before, rows] = [await foreign(world, member), await standing(world)];
    const { yes, wrote, said: answer } = await send(await caller.arrives(), { ...asked.form(), programme: programme.slug, [asked.field]: value });
    said.set(kind, answer.replaceAll(value, "<asked>").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>"));
    const should = may({ roles: caller.roles }, ability) && asked.yes.includes(kind);
    if (yes !== should) found.push(`${kind}: ${yes ? "done" : "not done"}, answered ${answer}`);
    if (!should && (wrote.length > 0 || (await standing(world)) !== rows)) found.push(`${kind}: a no that wrote something, ${wrote.join(", ")}`);
    if ((await foreign(world, member)) !== before) found.push(`${kind}: changed what belongs to somebody else`);
  }
  if (!asked.yes.includes("another programme's") && said.get("another programme's") !== said.get("random")) found.push("another programme's is told from one that is nowhere");
  return found;
}

// Everything that this programme owns.
function standing(world: World): Promise<string> {
  return linesOf(world, programme.id, ["partnerships", "programme_members", "programme_events", "comparisons"].map((table) => `select ${table}::text as line from ${table}`).join(" union all "));
}

// The comparisons of everybody else here, and everything next door.
async function foreign(world: World, member: string): Promise<string> {
  const nextDoor = "select comparisons::text as line from comparisons union all select programme_members::text from programme_members";
  return (await linesOf(world, programme.id, "select comparisons::text as line from comparisons where member_id <> $1", [member])) + (await linesOf(world, other.id, nextDoor));
}

async function linesOf(world: World, place: string, question: string, values: string[] = []): Promise<string> {
  await world.owner.query("select set_config('app.programme_id', $1, false)", [place]);
  return (await world.owner.query<{ line: string }>(`${question} order by 1`, values)).rows.map(({ line }) => line).join("\n");
}

function named(make: (world: World, place: string, member: string) => Promise<string>): Asked["name"] {
  return async (world, kind, member) => {
    if (kind === "random" || kind === "malformed") return kind === "random" ? randomUUID() : "1; drop table comparisons";
    const [place, holder] = kind === "another programme's" ? [other.id, other.partner] : [programme.id, kind === "own" ? member : member === colleague ? (programme.members[0]?.member ?? "") : colleague];
    await world.owner.query("select set_config('app.programme_id', $1, false)", [place]);
    return make(world, place, holder);
  };
}

async function newProvider(world: World): Promise<string> {
  const id = randomUUID();
  await world.owner.query("insert into providers (id, slug, name, sector, country, language, time_zone) values ($1, $2, 'New', 'public', 'LV', 'lv', 'Europe/Riga')", [id, `new-${id}`]);
  return id;
}

async function newMember(world: World): Promise<string> {
  const id = randomUUID();
  await world.owner.query("insert into programme_members (id, name, email) values ($1, 'Somebody', $2)", [id, `${id}@example.org`]);
  return id;
}

// Somebody who works in the programme, or is suspended there.
async function newColleague(world: World, place: string, suspended = "null"): Promise<string> {
  const [id, person] = [await newMember(world), randomUUID()];
  await world.owner.query("insert into auth.persons (id, name, email, language) values ($1, 'Somebody', $2, 'en')", [person, `${id}@example.org`]);
  await world.owner.query(`insert into auth.memberships (id, person_id, programme_id, member_id, role, joined_at, suspended_at) values (gen_random_uuid(), $1, $2, $3, 'partner', moment(), ${suspended})`, [person, place, id]);
  return id;
}

async function newComparison(world: World, _place: string, member: string): Promise<string> {
  const id = randomUUID();
  await world.owner.query("insert into comparisons (id, member_id, name, regions, indicator, first_quarter, last_quarter) values ($1, $2, 'Mine', 'LV00C,DEF05', 'hours', '2025-Q1', '2025-Q2')", [id, member]);
  return id;
}
