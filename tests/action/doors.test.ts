import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { action } from "#lib/action/action.ts";
import type { Actor } from "#lib/access/actor.ts";
import { proposeIdea } from "#lib/ideas/actions.ts";
import { comeIn } from "#lib/people/actions.ts";
import { cast, programme } from "#prisma/world.ts";
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, vidzeme, visitor } from "#tests/support/people.ts";

const world = inTheWorld();
const birte = cast.find((one) => one.key === "birte");
const place = { provider: "", programme: programme.slug };

type Seen = { actor: Actor; partners: number; ideas: unknown; members: unknown };
const seen: { last?: Seen } = {};

// Programmes have no deeds of their own yet: these two are made as theirs will be.
const lookRound = action("come in", {
  in: "programme", input: z.object({}), subject: "partnership",
  do: async ({ db, actor }) => {
    seen.last = { actor, partners: await db.partnership.count(), ideas: await db.$queryRaw`select from ideas`, members: await db.$queryRaw`select from members` };
    return { id: actor.place.id, goTo: "/partners" };
  },
});
const forStaffOnly = action("answer idea", { in: "programme", input: z.object({}), subject: "answer", do: async ({ actor }) => ({ id: actor.place.id }) });

beforeAll(async () => {
  if (birte?.kind !== "member") throw new Error("prisma/world.ts no longer has Birte");
  await world.rows(null, "insert into auth.memberships (id, person_id, programme_id, member_id, role, joined_at) values ($1, $2, $3, $4, 'manager', moment())", [randomUUID(), birte.person, programme.id, randomUUID()]);
});

test("a programme's manager enters by the programme's door: as manager, among its partners, without a row of any provider", async () => {
  const { answer, wrote } = await writing(world, async () => (await as("birte")).does(lookRound, place));
  expect(answer).toEqual({ goTo: "/en/programme/baltic-partnership/partners" });
  expect(seen.last).toMatchObject({ partners: 2, ideas: [], members: [], actor: { kind: "member", roles: ["manager"], name: "Birte", place: { id: programme.id, slug: programme.slug } } });
  expect(wrote).toEqual(["nobody: auth.sessions"]); // she came in by the demonstration's door
});

test.each(["ilze", "maris", "valdis", undefined])("%s is nobody in a programme, whatever they are at their provider", async (key) => {
  const person = key ? await as(key) : visitor();
  await person.does(lookRound, place);
  expect(seen.last?.actor).toMatchObject({ kind: "visitor", id: null, roles: ["visitor"] });
  const { answer, wrote } = await writing(world, () => person.does(forStaffOnly, place));
  expect({ answer, wrote }).toEqual({ answer: "not found", wrote: [] });
});

test("a manager's role is worth nothing at a deed that is not a manager's", async () => {
  expect(await (await as("birte")).does(forStaffOnly, place)).toBe("not found");
});

test.each(["nowhere", "", "vidzeme", "baltic-partnership\0"])("there is no programme called %j", async (slug) => {
  expect(await (await as("birte")).does(lookRound, { ...place, programme: slug })).toBe("not found");
});

test("a programme's name opens no provider's door, and a provider's field no programme's", async () => {
  expect(await visitor().does(proposeIdea, { provider: programme.slug, id: randomUUID(), network: "ozolmuiza", what: "A bench", spoke: "self" })).toBe("not found");
  expect(await (await as("birte")).does(lookRound, { provider: programme.slug, programme: "" })).toBe("not found");
});

test("the demonstration's door gives a session, and whoever comes in again gets another one", async () => {
  const person = visitor();
  expect(await person.does(comeIn, { cast: "ilze" })).toEqual({ goTo: "/en/at/vidzeme/today" });
  const first = [...person.browser.cookies];
  expect(await person.does(comeIn, { cast: "valdis" })).toEqual({ goTo: `/en/at/vidzeme/networks/ozolmuiza` });
  expect([...person.browser.cookies]).not.toEqual(first);
});

test("without the demonstration's mark in the database that door is not there", async () => {
  const { rows } = await world.owner.query<{ made_at: Date }>("delete from demo_mark returning made_at");
  const person = visitor();
  const { answer, wrote } = await writing(world, () => person.does(comeIn, { cast: "ilze" }));
  await world.owner.query("insert into demo_mark values ($1)", [rows[0]?.made_at]);
  expect({ answer, wrote, cookies: person.browser.cookies.size }).toEqual({ answer: "not found", wrote: [], cookies: 0 });
});

test("what is done at a provider is recorded there: who, what, in which network, and no words", async () => {
  const [valdis, id] = [await as("valdis"), randomUUID()];
  await valdis.does(proposeIdea, { id, network: "ozolmuiza", what: "A bench by the bus stop", spoke: "self" });
  const [author] = vidzeme.participants;
  const events = await world.rows(vidzeme, "select actor_kind, actor_id, deed, subject_kind, network_id, origin, changed from events where subject_id = $1", [id]);
  expect(events).toEqual([{ actor_kind: "participant", actor_id: author?.participant, deed: "propose idea", subject_kind: "idea", network_id: vidzeme.networks[0]?.id, origin: "web", changed: null }]);
});
