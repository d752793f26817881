/** My page: one's own ideas, of this provider, in this browser, and nothing else. */
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import MyPage from "#app/[locale]/at/[provider]/me/page.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { answerIdea, deferIdea, keepDraft, openTicket, proposeIdea } from "#lib/ideas/actions.ts";
import { hasOwnPage, ownPage } from "#lib/ideas/own.ts";
import { ticketWords } from "#lib/ideas/ticket.ts";
import { as, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const ids = { waiting: randomUUID(), answered: randomUUID(), notNow: randomUUID(), late: randomUUID() };
const author = visitor();
const propose = (person: Person, id: string, more: Record<string, string> = {}) => person.does(proposeIdea, { id, network: "ozolmuiza", what: `A bench (${id})`, spoke: "self", ...more });

beforeAll(async () => {
  for (const id of Object.values(ids)) await propose(author, id);
  const ilze = await as("ilze");
  await ilze.does(answerIdea, { idea: ids.answered, version: "0", text: "We build it." });
  await ilze.does(deferIdea, { idea: ids.notNow, version: "0", text: "The road is closed." });
  await world.rows(vidzeme, "update ideas set created_at = created_at - interval '40 days' where id = $1", [ids.late]);
});

/** Everything on somebody's page, or nothing where it only teaches. */
const own = (person: Person, provider = "vidzeme") => person.sees(async () => {
  const actor = await enter(provider, "see own page");
  return hasOwnPage(actor) ? within(actor, (db) => ownPage(db, actor)) : null;
});
const ideasOf = async (person: Person, provider?: string) => {
  const page = await own(person, provider);
  return page && page !== "not found" ? Object.fromEntries(page.ideas.map(({ id, state, fresh }) => [id, fresh ? `${state}, new` : state])) : page;
};
const reads = async (person: Person, provider = "vidzeme") => JSON.stringify(await person.sees(() => MyPage({ params: Promise.resolve({ locale: "en", provider }), searchParams: Promise.resolve({}) } as never)));
const words = (ideaId: string) => ticketWords({ providerId: vidzeme.id, ideaId, attempt: 0, language: "en" }, String(process.env.TICKET_KEY)).join(" ");

test("shows each idea with where it is", async () => {
  expect(await ideasOf(author)).toEqual({ [ids.waiting]: "waiting", [ids.answered]: "answered, new", [ids.notNow]: "notNow, new", [ids.late]: "late" });
});

test("an answer is new for fourteen days", async () => {
  await world.rows(vidzeme, "update answers set written_at = written_at - interval '15 days' where idea_id = $1", [ids.answered]);
  expect(await ideasOf(author)).toMatchObject({ [ids.answered]: "answered", [ids.notNow]: "notNow, new" });
});

test("says when the network meets next, and where a draft goes on", async () => {
  const person = visitor();
  const id = randomUUID();
  await person.does(keepDraft, { id, network: "ozolmuiza", step: "what", what: "Half an idea", spoke: "self" });
  const page = await own(person);
  expect(page).toMatchObject({ ideas: [], drafts: [{ id, what: "Half an idea" }], networks: [{ slug: "ozolmuiza", meetings: [{ startsAt: expect.any(Date) }] }] });
});

test("an unfinished idea is gone after fifteen minutes here, too", async () => {
  const person = visitor();
  const id = randomUUID();
  await person.does(keepDraft, { id, network: "ozolmuiza", step: "what", what: "Half an idea", spoke: "self" });
  await world.rows(vidzeme, "update drafts set touched_at = touched_at - interval '16 minutes' where id = $1", [id]);
  expect(await own(person)).toMatchObject({ drafts: [] });
});

test("three words on another phone open one idea there, and no other of who said it", async () => {
  const phone = visitor();
  await phone.does(openTicket, { words: words(ids.waiting) });
  expect(await ideasOf(phone)).toEqual({ [ids.waiting]: "waiting" });
});

test("one's own ideas and an opened one stand together", async () => {
  const [phone, id] = [visitor(), randomUUID()];
  await propose(phone, id);
  await phone.does(openTicket, { words: words(ids.answered) });
  expect(Object.keys((await ideasOf(phone)) ?? {}).sort()).toEqual([id, ids.answered].sort());
});

test("somebody else's page, another provider's page, a new browser's page have nothing of it", async () => {
  const [valdis, elsewhere] = [await ideasOf(await as("valdis")), await ideasOf(author, "dithmarschen")];
  for (const id of Object.values(ids)) expect(Object.keys(valdis ?? {})).not.toContain(id);
  expect([elsewhere, await ideasOf(visitor())]).toEqual([null, null]);
  expect(await reads(visitor())).not.toContain("bench");
});

test("members have no such page", async () => {
  for (const key of ["ilze", "maris", "liene"]) expect(await own(await as(key))).toBe("not found");
});

test("an idea that became a micro project says its title and state", async () => {
  const project = randomUUID();
  const [{ network, member } = { network: "", member: "" }] = await world.rows<{ network: string; member: string }>(vidzeme, "select network_id as network, (select id from members limit 1) as member from ideas where id = $1", [ids.answered]);
  await world.rows(vidzeme,
    `insert into projects (id, network_id, title, place, language, origin, focus_group, owner, owner_reason, state)
     values ($1, $2, 'The bench by the stop', 'Ozolmuiža', 'en', 'written', 'older people', 'nobody yet', 'we look for somebody', 'running')`, [project, network]);
  await world.rows(vidzeme, "insert into adoptions (idea_id, project_id, member_id) values ($1, $2, $3)", [ids.answered, project, member]);
  const page = await own(author);
  expect(page).toMatchObject({ ideas: expect.arrayContaining([expect.objectContaining({ id: ids.answered, state: "project", project: { title: "The bench by the stop", language: "en", state: "running" } })]) });
});
