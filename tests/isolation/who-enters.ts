/** The question “who is at this door?”, asked at every door with every kind of session; and the same question with one of its conditions left out. */
import { randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { programme } from "#prisma/world.ts";
import { dithmarschen, vidzeme } from "#tests/support/people.ts";

type Condition = { text: string; at: number; whole: string };
const comparison = /[a-z_.]+ (?:=|<|>|<=|>=|<>) (?:'[^']*'|\$\d|[a-z_.]+\(\)|[a-z_.]+)|[a-z_.]+ in \([^)]*\)|[a-z_.]+ is (?:not )?null/g;

/** Everything that this function compares, read from its own text: a condition that comes tomorrow is here too. */
export async function conditionsOf(owner: pg.ClientBase): Promise<Condition[]> {
  const { rows: [found] } = await owner.query<{ whole: string }>("select pg_get_functiondef('auth.who_enters'::regproc) as whole");
  const whole = found?.whole ?? "";
  const begin = whole.indexOf("AS $function$");
  return [...whole.slice(begin).matchAll(comparison)].map((match) => ({ text: match[0], at: begin + match.index, whole }));
}

/** The function with “true” in the place of this condition. */
export function withoutCondition({ text, at, whole }: Condition): string {
  return `${whole.slice(0, at)}true${whole.slice(at + text.length)}`;
}

type Known = { kind: string; id: string | null; name?: string; roles: string[]; opened?: string[] };
const nobody: Known = { kind: "visitor", id: null, roles: ["visitor"] };
/** A session with what each door should answer about it; a door that is not named answers “a visitor”. */
type Session = { hash: Buffer | null; person?: string; ended?: boolean; a?: Known; b?: Known; programme?: Known };
const newHash = () => randomBytes(32);

/** Asks at every door with every session, and answers in sentences what was not as it should be. Makes the sessions; undone with the caller's transaction. */
export async function wrongAtTheDoor(owner: pg.ClientBase): Promise<string[]> {
  const sessions = await arrive(owner);
  const doors = [["provider", vidzeme.slug, vidzeme.id, "a"], ["provider", dithmarschen.slug, dithmarschen.id, "b"], ["programme", programme.slug, programme.id, "programme"],
    ["provider", programme.slug], ["programme", vidzeme.slug], ["provider", "no-such-place"], ["programme", "no-such-place"], ["house", vidzeme.slug]] as const;
  const wrong: string[] = [];
  for (const [who, session] of Object.entries(sessions)) {
    for (const [door, slug, place, known] of doors) {
      const should = place ? [{ place, name: null, opened: [], ...((known && session[known]) ?? nobody) }] : [];
      const { rows } = await owner.query<{ place: string } & Known>(
        "select place_id as place, actor_name as name, array(select unnest(opened) order by 1) as opened, actor_kind as kind, actor_id as id, roles from auth.who_enters($1, $2, $3) order by 1, 2", [session.hash, door, slug],
      );
      if (told(rows) !== told(should)) wrong.push(`${who} at ${door} ${slug}: ${told(rows)}, not ${told(should)}`);
    }
  }
  return wrong;
}

const told = (rows: object[]) => JSON.stringify(rows.map((row) => Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1))));

async function arrive(owner: pg.ClientBase): Promise<Record<string, Session>> {
  const [one, two, three, four] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()].sort() as [string, string, string, string];
  const worker = await account(owner, "Worker", [[vidzeme.id, null, one, "staff"], [vidzeme.id, null, one, "leader"], [dithmarschen.id, null, two, "admin"], [null, programme.id, three, "editor"]]);
  const invited = await account(owner, "Invited", [[vidzeme.id, null, randomUUID(), "staff"]], { joined: false });
  const suspended = await account(owner, "Suspended", [[vidzeme.id, null, randomUUID(), "admin"]], { suspended: true });
  const workerAt = { a: { kind: "member", id: one, name: "Worker", roles: ["leader", "staff"] }, b: { kind: "member", id: two, name: "Worker", roles: ["admin"] }, programme: { kind: "member", id: three, name: "Worker", roles: ["editor"] } };
  const said = (id: string, opened: string[] = []): Known => ({ kind: "participant", id, roles: ["participant"], opened });
  const sessions: Record<string, Session> = {
    "nobody": { hash: null },
    "an unknown session": { hash: newHash() },
    "a visitor": { hash: newHash() },
    "a participant of both": { hash: newHash(), a: said(one, [three]), b: said(two, [four]) },
    "another participant": { hash: newHash(), a: said(three, [one]) },
    "somebody with a ticket": { hash: newHash(), a: { ...nobody, opened: [two] } },
    "a session that has ended": { hash: newHash(), person: worker, ended: true },
    "a worker": { hash: newHash(), person: worker, ...workerAt },
    "a worker who was a participant": { hash: newHash(), person: worker, ...workerAt, a: { ...workerAt.a, opened: [four] } },
    "somebody invited": { hash: newHash(), person: invited },
    "somebody suspended": { hash: newHash(), person: suspended },
  };
  for (const { hash, person = null, ended = false } of Object.values(sessions)) if (hash && hash !== sessions["an unknown session"]?.hash) await owner.query("insert into auth.sessions (hash, person_id, expires_at) values ($1, $2, moment() + make_interval(hours => $3))", [hash, person, ended ? -1 : 1]);
  const visits = [["a participant of both", vidzeme.id, one], ["a participant of both", dithmarschen.id, two], ["another participant", vidzeme.id, three], ["a session that has ended", vidzeme.id, four], ["a worker who was a participant", vidzeme.id, two]] as const;
  for (const [who, place, participant] of visits) await owner.query("insert into auth.session_participants (session_hash, provider_id, participant_id) values ($1, $2, $3)", [sessions[who]?.hash, place, participant]);
  const tickets = [["a participant of both", vidzeme.id, three], ["a participant of both", dithmarschen.id, four], ["another participant", vidzeme.id, one], ["somebody with a ticket", vidzeme.id, two], ["a session that has ended", vidzeme.id, one], ["a worker who was a participant", vidzeme.id, four]] as const;
  for (const [who, place, idea] of tickets) await owner.query("insert into auth.session_tickets (session_hash, provider_id, idea_id) values ($1, $2, $3)", [sessions[who]?.hash, place, idea]);
  return sessions;
}

type Membership = [provider: string | null, programme: string | null, member: string, role: string];

async function account(owner: pg.ClientBase, name: string, memberships: Membership[], { joined = true, suspended = false } = {}): Promise<string> {
  const id = randomUUID();
  await owner.query("insert into auth.persons (id, name, email, language) values ($1, $2, $3, 'en')", [id, name, `${id}@example.org`]);
  for (const [provider, place, member, role] of memberships) {
    await owner.query(
      `insert into auth.memberships (id, person_id, provider_id, programme_id, member_id, role, joined_at, suspended_at)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, case when $6 then moment() end, case when $7 then moment() end)`,
      [id, provider, place, member, role, joined, suspended],
    );
  }
  return id;
}
