import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { client } from "#lib/data/client.ts";
import { within, withinProgramme, type Db } from "#lib/data/within.ts";
import { programme } from "#prisma/world.ts";
import { dithmarschen, inTheWorld, vidzeme } from "#tests/support/people.ts";

const world = inTheWorld();
const at = (place: { id: string }) => ({ place: { id: place.id } });
const ideasOf = (provider: typeof vidzeme) => provider.networks.flatMap(({ ideas }) => ideas);

describe("inside a provider", () => {
  test("one sees all of its rows and none of another's", async () => {
    expect(await within(at(vidzeme), (db) => db.idea.count())).toBe(ideasOf(vidzeme).length);
    expect(await within(at(dithmarschen), (db) => db.idea.count())).toBe(ideasOf(dithmarschen).length);
    expect(await within(at(vidzeme), (db) => db.idea.findFirst({ where: { id: ideasOf(dithmarschen)[0]?.id } }))).toBeNull();
  });

  test("two at once do not see each other's", async () => {
    const counts = await Promise.all(Array.from({ length: 40 }, (_, turn) => within(at(turn % 2 ? vidzeme : dithmarschen), async (db) => [await db.idea.count(), turn % 2])));
    for (const [count, turn] of counts) expect(count).toBe(ideasOf(turn ? vidzeme : dithmarschen).length);
  });

  test("raw questions too are answered for this provider only", async () => {
    const [found] = await within(at(vidzeme), (db) => db.$queryRaw<{ providers: string[] }[]>`select array_agg(distinct provider_id) as providers from ideas`);
    expect(found?.providers).toEqual([vidzeme.id]);
  });

  test("a new row belongs to it without a word said", async () => {
    const id = randomUUID();
    await within(at(vidzeme), (db) => db.participant.create({ data: { id, language: "lv" } }));
    expect(await world.rows(vidzeme, "select provider_id from participants where id = $1", [id])).toEqual([{ provider_id: vidzeme.id }]);
  });

  test("a row for another provider is refused, whoever names it", async () => {
    const foreign = { id: randomUUID(), language: "lv", providerId: dithmarschen.id };
    await expect(within(at(vidzeme), (db) => db.participant.create({ data: foreign }))).rejects.toThrow();
    expect(await world.rows(dithmarschen, "select from participants where id = $1", [foreign.id])).toEqual([]);
  });

  test("a throw undoes everything", async () => {
    const id = randomUUID();
    const work = within(at(vidzeme), async (db) => {
      await db.participant.create({ data: { id, language: "lv" } });
      await db.meeting.deleteMany({});
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await world.rows(vidzeme, "select from participants where id = $1", [id])).toEqual([]);
    expect((await world.rows(vidzeme, "select from meetings")).length).toBeGreaterThan(0);
  });
});

describe("outside any provider", () => {
  test("there are no rows, and none can be made", async () => {
    expect(await client.idea.count()).toBe(0);
    expect(await client.$queryRaw`select from members`).toEqual([]);
    await expect(client.participant.create({ data: { id: randomUUID(), language: "lv" } })).rejects.toThrow();
  });

  test.each(["", "vidzeme", "*", `${vidzeme.id}'; set local app.provider_id = '${dithmarschen.id}`, "01900000-0000-7100-8000-00000000000A", `${vidzeme.id}\n`, `{${vidzeme.id}}`])("%j is no provider's id: nothing is asked", async (id) => {
    await expect(async () => within({ place: { id } }, (db) => db.idea.count())).rejects.toThrow("not a UUID");
  });

  test("an id that is no provider's opens an empty place", async () => {
    expect(await within(at({ id: randomUUID() }), (db) => db.idea.count())).toBe(0);
  });

  test("nothing of a provider stays on the connection", async () => {
    await Promise.all(Array.from({ length: 10 }, () => within(at(vidzeme), (db) => db.idea.count())));
    const left = await Promise.all(Array.from({ length: 10 }, () => client.$queryRaw<{ left: string }[]>`select current_setting('app.provider_id', true) as left`));
    expect(new Set(left.flat().map((row) => row.left || ""))).toEqual(new Set([""]));
  });
});

describe("inside a programme", () => {
  test("one sees who belongs to it, and no provider's rows", async () => {
    const seen = await withinProgramme(at(programme), async (db) => [await db.partnership.count(), await db.$queryRaw`select from ideas`, await db.$queryRaw`select from members`]);
    expect(seen).toEqual([2, [], []]);
  });

  test("inside a provider one does not see who belongs to a programme", async () => {
    expect(await within(at(vidzeme), (db) => db.partnership.count())).toBe(0);
  });
});

describe("the provider beside the policy", () => {
  type Asked = { text: string; values: unknown[] };
  const asked: Asked[] = [];
  const ask = pg.Client.prototype.query;

  beforeEach(() => {
    asked.length = 0;
    pg.Client.prototype.query = function listening(this: pg.Client, ...given: unknown[]) {
      const [question, values] = given as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      asked.push(typeof question === "string" ? { text: question, values: values ?? [] } : { text: question.text, values: question.values ?? values ?? [] });
      return Reflect.apply(ask, this, given) as never;
    } as never;
  });
  afterEach(() => {
    pg.Client.prototype.query = ask;
  });

  const idea = String(ideasOf(vidzeme)[0]?.id);
  const questions: [string, (db: Db) => Promise<unknown>][] = [
    ["finding one", (db) => db.idea.findFirst({ where: { id: idea } })],
    ["finding many, also by one thing or another", (db) => db.wait.findMany({ where: { OR: [{ noun: "idea" }, { subjectId: idea }] } })],
    ["counting", (db) => db.idea.count()],
    ["counting by groups", (db) => db.idea.groupBy({ by: ["networkId"], _count: true })],
    ["asking for the newest", (db) => db.idea.aggregate({ _max: { createdAt: true } })],
    ["changing", (db) => db.idea.updateMany({ where: { id: idea }, data: { language: "lv" } })],
    ["changing and reading", (db) => db.idea.updateManyAndReturn({ where: { id: idea }, data: { language: "lv" } })],
    ["removing", (db) => db.draft.deleteMany({ where: { id: idea } })],
    ["reading what hangs on it, in one statement", (db) => db.network.findMany({ select: { contact: true, texts: true, groups: { select: { steps: true } } }, relationLoadStrategy: "join" })],
    ["reading what hangs on it, in several", (db) => db.network.findMany({ select: { contact: true, texts: true }, relationLoadStrategy: "query" })],
    ["asking by what hangs on it", (db) => db.idea.findMany({ where: { network: { slug: "ozolmuiza" } } })],
  ];

  test.each(questions)("stands as a constant in every WHERE when %s", async (_how, question) => {
    await within(at(vidzeme), question);
    const read = asked.filter(({ text }) => /^(select|update|delete)/i.test(text));
    expect(read.length).toBeGreaterThan(0);
    for (const { text, values } of read) {
      const places = [...text.matchAll(/"provider_id"\s*(?:=|in)\s*\(?((?:\$\d+,?)+)/gi)].flatMap(([, numbers = ""]) => numbers.split(",").map((number) => values[Number(number.slice(1)) - 1]));
      expect(new Set(places), text).toEqual(new Set([vidzeme.id]));
    }
  });
});
