import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import TicketOfIdea from "#app/[locale]/at/[provider]/ticket/[idea]/page.tsx";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { keepDraft, openTicket, proposeIdea } from "#lib/ideas/actions.ts";
import { ownDraft } from "#lib/ideas/queries.ts";
import { ticketWords } from "#lib/ideas/ticket.ts";
import { as, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const [first, other] = [randomUUID(), randomUUID()];
const words = (ideaId: string) => ticketWords({ providerId: vidzeme.id, ideaId, attempt: 0, language: "en" }, String(process.env.TICKET_KEY)).join(" ");
const sees = async (person: Person, idea: string) => (await person.sees(() => TicketOfIdea({ params: Promise.resolve({ locale: "en", provider: "vidzeme", idea }), searchParams: Promise.resolve({}) } as never))) !== "not found";
const actorOf = (person: Person) => person.sees(() => enter("vidzeme", "see ticket"));
const secretOf = (person: Person) => String(person.browser.cookies.get("sid"));

// Somebody says two ideas and begins a third.
const author = visitor();
beforeAll(async () => {
  for (const id of [first, other]) await author.does(proposeIdea, { id, network: "ozolmuiza", what: `A bench (${id})`, spoke: "self" });
  await author.does(keepDraft, { id: randomUUID(), network: "ozolmuiza", step: "what", what: "Half an idea", spoke: "self" });
});

test("who said two ideas sees both", async () => {
  expect([await sees(author, first), await sees(author, other)]).toEqual([true, true]);
});

test("three words on another phone open this one idea, and nothing else of who said it", async () => {
  const phone = visitor();
  expect(await phone.does(openTicket, { words: words(first) })).toEqual({ goTo: `/en/at/vidzeme/ticket/${first}` });
  expect([await sees(phone, first), await sees(phone, other)]).toEqual([true, false]);
  const actor = await actorOf(phone);
  expect(actor).toMatchObject({ kind: "visitor", id: null, opened: [first] });
  if (actor !== "not found") expect(await within(actor, async (db) => ownDraft(db, actor, { networkId: String(vidzeme.networks[0]?.id) }))).toBeNull();
});

test("what this phone says next is somebody else's idea, not of whom the slip belongs to", async () => {
  const [phone, id] = [visitor(), randomUUID()];
  await phone.does(openTicket, { words: words(first) });
  await phone.does(proposeIdea, { id, network: "ozolmuiza", what: "A swing", spoke: "self" });
  const authors = await world.rows<{ author_id: string }>(vidzeme, "select author_id from ideas where id in ($1, $2)", [first, id]);
  expect(new Set(authors.map((row) => row.author_id)).size).toBe(2);
  expect([await sees(phone, id), await sees(phone, first), await sees(author, id)]).toEqual([true, true, false]);
});

test("two slips typed on one phone open two ideas, as many as were typed", async () => {
  const phone = visitor();
  for (const id of [first, other]) await phone.does(openTicket, { words: words(id) });
  expect([await sees(phone, first), await sees(phone, other)]).toEqual([true, true]);
});

test("staff who type somebody's words stay staff, and somebody known stays who they are", async () => {
  for (const key of ["ilze", "valdis"]) {
    const person = await as(key);
    const before = await actorOf(person);
    await person.does(openTicket, { words: words(first) });
    expect(await actorOf(person)).toMatchObject({ ...(before as object), at: expect.any(Date), opened: [first] });
    expect(await sees(person, first)).toBe(true);
  }
});

test("with more rights comes another secret: who knew the old one sees nothing of it", async () => {
  const valdis = await as("valdis");
  const thief = visitor();
  thief.browser.cookies.set("sid", secretOf(valdis));
  await valdis.does(openTicket, { words: words(first) });
  expect(secretOf(valdis)).not.toBe(secretOf(thief));
  expect(await actorOf(thief)).toMatchObject({ kind: "visitor", opened: [] });
});

test("of the words only a hash is kept, and it is another one at another provider", async () => {
  const [ticket] = await world.rows<{ line: string }>(vidzeme, "select tickets::text as line from tickets where idea_id = $1", [first]);
  for (const word of words(first).split(" ")) expect(ticket?.line.split(/[^a-z]+/)).not.toContain(word);
  expect(await visitor("dithmarschen").does(openTicket, { words: words(first) })).toMatchObject({ ok: false });
});
