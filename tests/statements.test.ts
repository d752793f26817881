import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import GroupsPage from "#app/[locale]/at/[provider]/groups/page.tsx";
import IdeaPage from "#app/[locale]/at/[provider]/ideas/[idea]/page.tsx";
import NetworkPage from "#app/[locale]/at/[provider]/networks/[network]/page.tsx";
import StepPage from "#app/[locale]/at/[provider]/networks/[network]/propose/[draft]/[step]/page.tsx";
import ProviderPage from "#app/[locale]/at/[provider]/page.tsx";
import TicketOfIdea from "#app/[locale]/at/[provider]/ticket/[idea]/page.tsx";
import TodayPage from "#app/[locale]/at/[provider]/today/page.tsx";
import { answerIdea, keepDraft, proposeIdea } from "#lib/ideas/actions.ts";
import { randomUUID } from "node:crypto";
import { as, inTheWorld, isSentOn, vidzeme, visitor, type Person } from "./support/people.ts";
import { countingStatements } from "./support/statements.ts";

const world = inTheWorld();
const network = "ozolmuiza";
const props = (params: Record<string, string> = {}, search: Record<string, string> = {}) =>
  ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", ...params }), searchParams: Promise.resolve(search) }) as never;

/** How many statements a person's page or deed takes, sign-in question, begin, set and commit included. */
const asked = (person: Person, page: () => Promise<unknown>) => countingStatements(async () => expect(await person.sees(page)).not.toBe("not found"));

async function pages(): Promise<Record<string, number>> {
  const [ilze, valdis, maris] = await Promise.all([as("ilze"), as("valdis"), as("maris")]);
  const [waiting] = await world.rows<{ subject_id: string }>(vidzeme, "select subject_id from waits order by due_at limit 1");
  const own = vidzeme.networks.flatMap(({ ideas }) => ideas).find(({ author }) => author === vidzeme.participants[0]?.participant);
  return {
    today: await asked(ilze, () => TodayPage(props())),
    "a leader's today": await asked(maris, () => TodayPage(props())),
    idea: await asked(ilze, () => IdeaPage(props({ idea: waiting?.subject_id ?? "" }))),
    ticket: await asked(valdis, () => TicketOfIdea(props({ idea: own?.id ?? "" }))),
    network: await asked(valdis, () => NetworkPage(props({ network }))),
    provider: await asked(visitor(), () => ProviderPage(props())),
    groups: await asked(ilze, () => GroupsPage(props())),
    step: await asked(valdis, () => StepPage(props({ network, draft: randomUUID(), step: "for-whom" }))),
  };
}

// A list may take 6, a detail 7, a dashboard 10: today is one, with what waits and where to write.
const most: Record<string, number> = { today: 10, "a leader's today": 6, idea: 7, ticket: 7, network: 7, provider: 6, groups: 6, step: 7 };
const small: { counts: Record<string, number> } = { counts: {} };

describe("an ordinary provider", () => {
  beforeAll(async () => void (small.counts = await pages()));
  test.each(Object.keys(most))("%s stays within its statements", (page) => expect(small.counts[page]).toBeLessThanOrEqual(most[page] ?? 0));
  test("reading asks at least who enters, for the place and its end", () => expect(Math.min(...Object.values(small.counts))).toBeGreaterThanOrEqual(4));
});

describe("deeds", () => {
  const words = () => ({ id: randomUUID(), network, what: "A bench at the bus stop", step: "what" });

  test("somebody's first contribution takes at most 14", async () => {
    const stranger = visitor();
    expect(await countingStatements(() => stranger.does(keepDraft, words()))).toBeLessThanOrEqual(14);
  });

  test("going on takes at most 9, sending the idea at most 14", async () => {
    const person = visitor();
    const first = words();
    await person.does(keepDraft, first);
    expect(await countingStatements(() => person.does(keepDraft, words()))).toBeLessThanOrEqual(9);
    expect(await countingStatements(() => person.does(keepDraft, { ...first, step: "for-whom", forWhom: "everybody" }))).toBeLessThanOrEqual(9);
    expect(await countingStatements(async () => expect(isSentOn(await person.does(proposeIdea, { ...first, weHave: "wood" }))).toBe(true))).toBeLessThanOrEqual(14);
  });

  test("answering takes at most 9, and so does changing the answer", async () => {
    const ilze = await as("ilze");
    const [idea] = await world.rows<{ subject_id: string }>(vidzeme, "select subject_id from waits order by due_at limit 1");
    const answer = (version: number) => countingStatements(async () => expect(isSentOn(await ilze.does(answerIdea, { idea: idea?.subject_id ?? "", version: String(version), text: "We ask the road office." }))).toBe(true));
    expect(await answer(0)).toBeLessThanOrEqual(9);
    expect(await answer(1)).toBeLessThanOrEqual(9);
  });
});

describe("a provider with 100,000 ideas", () => {
  beforeAll(async () => {
    await manyIdeas(100_000);
  }, 60_000);

  test("asks as often as a small one, and shows twenty", async () => {
    expect(await pages()).toEqual(small.counts);
    const ilze = await as("ilze");
    const searches: Record<string, string>[] = [{}, { after: await secondPage() }];
    const [first, second] = await Promise.all(searches.map(async (search) => JSON.stringify(await ilze.sees(() => TodayPage(props({}, search)))).length));
    expect(Math.max(first ?? 0, second ?? 0)).toBeLessThan(60_000);
  });
});

async function secondPage(): Promise<string> {
  const [twentieth] = await world.rows<{ at: string; id: string }>(vidzeme, "select floor(extract(epoch from due_at) * 1000)::text as at, subject_id as id from waits order by due_at, subject_id offset 19 limit 1");
  return `${twentieth?.at}_${twentieth?.id}`;
}

async function manyIdeas(number: number): Promise<void> {
  const owner = new pg.Client({ connectionString: world.addresses.ownerUrl });
  await owner.connect();
  try {
    await owner.query(`begin; set local app.provider_id = '${vidzeme.id}'`);
    await owner.query(
      `insert into ideas (id, number, network_id, what, for_whom, we_have, language, origin, author_id, spoke, created_at)
       select gen_random_uuid(), 1000 + n, i.network_id, 'A longer bench number ' || n, '', '', 'en', 'written', i.author_id, 'self', moment() - make_interval(mins => n)
       from generate_series(1, $1) n, (select network_id, author_id from ideas limit 1) i`, [number]);
    await owner.query("insert into waits (noun, subject_id, network_id, since, due_at) select 'idea', id, network_id, created_at, created_at + interval '28 days' from ideas where number > 1000 and number % 5 = 0");
    await owner.query("commit");
    await owner.query("analyze ideas; analyze waits");
  } finally {
    await owner.end();
  }
}
