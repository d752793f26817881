import { cable } from "./cable.ts";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { answerIdea, keepDraft, openTicket, proposeIdea } from "#lib/ideas/actions.ts";
import { comeIn } from "#lib/people/actions.ts";
import english from "#messages/en.json" with { type: "json" };
import latvian from "#messages/lv.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, inTheWorld, vidzeme, visitor, type Form } from "#tests/support/people.ts";

const world = inTheWorld();
const anIdea = (words: Form = {}): Form => ({ id: crypto.randomUUID(), network: "ozolmuiza", what: "A bench by the bus stop", forWhom: "", weHave: "a saw", spoke: "self", ...words });
const waiting = String(vidzeme.networks[0]?.ideas.find(({ answer }) => !answer)?.id);
const tryAgain = (form: Form) => ({ ok: false, refusal: english.refusals.tryAgain, typed: { provider: "vidzeme", language: "en", ...form } });

afterEach(async () => {
  cable.silence(false);
  await cable.plugIn().catch(() => {});
});

test("while the database is away every form says so in words and keeps what was typed; then the same form works", async () => {
  const [stranger, valdis, ilze, form] = [visitor(), await as("valdis"), await as("ilze"), anIdea()];
  const typing = anIdea({ spoke: "group", heads: "12", readBack: "yes" });
  const answering = { idea: waiting, version: "0", text: "We build it in May." };
  await cable.pull();
  expect(await stranger.does(keepDraft, { ...form, step: "what" })).toEqual(tryAgain({ ...form, step: "what" }));
  expect(await valdis.does(proposeIdea, form)).toEqual(tryAgain(form));
  expect(await ilze.does(proposeIdea, typing)).toEqual(tryAgain(typing));
  expect(await ilze.does(answerIdea, answering)).toEqual(tryAgain(answering));
  expect(await stranger.does(openTicket, { words: "river chair lamp 42" })).toEqual(tryAgain({ words: "river chair lamp 42" }));
  expect(await stranger.does(comeIn, { cast: "ilze" })).toEqual(tryAgain({ cast: "ilze" }));
  expect(await valdis.does(proposeIdea, { ...form, language: "lv" })).toMatchObject({ refusal: latvian.refusals.tryAgain });
  expect(stranger.browser.cookies.size).toBe(0);
  await cable.plugIn();
  expect(await valdis.does(proposeIdea, form)).toEqual({ goTo: `/en/at/vidzeme/ticket/${form.id}` });
  expect(await ilze.does(answerIdea, answering)).toHaveProperty("goTo");
});

test("a form with a foreign origin is not taken while the database is away either", async () => {
  const person = visitor();
  person.browser.headers.origin = "https://evil.example";
  await cable.pull();
  expect(await person.does(proposeIdea, anIdea())).toMatchObject({ ok: false, refusal: english.refusals.tryAgain });
});

test("a connection that ends in the middle of a deed undoes all of it, and the form can be sent again", async () => {
  const ilze = await as("ilze");
  const form = { idea: String(vidzeme.networks[1]?.ideas.find(({ answer }) => !answer)?.id), version: "0", text: "We ask the road office." };
  const { answer, wrote } = await writing(world, () => held(form.idea, async (owner) => {
    const answering = ilze.does(answerIdea, form);
    const [waits] = await until(() => owner.query<{ pid: number }>("select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()").then(({ rows }) => rows));
    await owner.query("select pg_terminate_backend($1)", [waits?.pid]);
    return answering;
  }));
  expect(answer).toEqual(tryAgain(form));
  expect(wrote).toEqual([]);
  expect(await ilze.does(answerIdea, form)).toEqual({ goTo: `/en/at/vidzeme/ideas/${form.idea}` });
});

test("somebody who holds a row for too long makes nobody else wait longer than a few seconds", async () => {
  const ilze = await as("ilze");
  const form = { idea: String(vidzeme.networks[1]?.ideas.findLast(({ answer }) => !answer)?.id), version: "0", text: "We ask the road office." };
  const began = Date.now();
  const answer = await held(form.idea, () => ilze.does(answerIdea, form));
  expect(answer).toEqual(tryAgain(form));
  expect(Date.now() - began).toBeLessThan(5_000);
});

test("a network that swallows every word is given up after a while, and then all works again", async () => {
  const [valdis, form] = [await as("valdis"), anIdea()];
  cable.silence(true);
  expect(await valdis.does(proposeIdea, form)).toEqual(tryAgain(form));
  cable.silence(false);
  expect(await valdis.does(proposeIdea, form)).toEqual({ goTo: `/en/at/vidzeme/ticket/${form.id}` });
});

test("what is no loss of the database is not hidden behind “try again”: a bug is a bug", async () => {
  await world.owner.query("alter table ideas rename column we_have to they_have");
  await expect((await as("valdis")).does(proposeIdea, anIdea())).rejects.toThrow();
  await world.owner.query("alter table ideas rename column they_have to we_have");
});

/** Does something while somebody else holds what waits for an idea's answer. */
async function held<T>(idea: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: world.addresses.ownerUrl });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query("select set_config('app.provider_id', $1, true)", [vidzeme.id]);
    await holder.query("select from waits where subject_id = $1 for update", [idea]);
    return await work(world.owner);
  } finally {
    await holder.end();
  }
}

async function until<Found>(look: () => Promise<Found[]>): Promise<Found[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await look();
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("it did not come to that");
}
