import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shareFigures, stopSharing } from "#lib/figures/actions.ts";
import { quarterOf, shifted } from "#lib/figures/quarter.ts";
import { releaseQuarters } from "#lib/figures/release.ts";
import { agreedTexts } from "#prisma/content.ts";
import { as, dithmarschen, inTheWorld, vidzeme } from "#tests/support/people.ts";
import { oldRows, quarter } from "./release-rows.ts";

const world = inTheWorld();
const stage: { publisher?: pg.Client } = {};
const { at, idea, none, project, visits } = oldRows(world);
const later = new Date("2021-08-01T00:00:00Z");

beforeAll(async () => {
  stage.publisher = await connected(world.addresses.publisherUrl);
});
afterAll(() => stage.publisher?.end());

beforeEach(async () => {
  await none();
  await world.owner.query("delete from agreed_texts where version > 1");
});

describe("a release", () => {
  test("is made once: the job again gives the same figures, whatever was written in the meantime", async () => {
    await visits(vidzeme, 14);
    expect(await release()).toEqual([quarter]);
    const first = await figures();
    await visits(vidzeme, 30);
    expect(await release()).toEqual([]);
    expect(await figures()).toEqual(first);
  });

  test("holds one region's figures as one counts them by hand", async () => {
    await visits(vidzeme, 7, { children: 2, minutes: 400 });
    await visits(vidzeme, 8, { children: 1, minutes: 395 });
    await visits(vidzeme, 99, { state: "taken back" });
    await visits(vidzeme, 50, { on: "2021-07-01" });
    for (let said = 0; said < 12; said++) await idea(vidzeme, "2021-04-10", said < 9 ? "2021-04-20" : null);
    await project(vidzeme, "2021-04-02", ["2021-05-01", "started"]);
    await project(vidzeme, "2021-03-02", ["2021-03-10", "started"], ["2021-06-01", "closed"]);
    await release();
    expect(await figures("LV00C")).toEqual({
      ideas: 12, answered_in_time: "75 % of 12", projects_running: 1, projects_begun: 1, activities: 2, visits: 15, children: "withheld", hours: 13,
    });
  });

  test.each([[9, "withheld"], [10, 10]])("%i visits are %s", async (heads, told) => {
    await visits(vidzeme, heads);
    await release();
    expect((await figures("LV00C")).visits).toBe(told);
    expect((await figures("LV00C")).activities).toBe(1);
  });

  test.each([[599, "withheld"], [600, 10]])("%i minutes are %s hours", async (minutes, told) => {
    await visits(vidzeme, 1, { minutes });
    await release();
    expect((await figures("LV00C")).hours).toBe(told);
  });

  test("adds up two providers of one region", async () => {
    await world.owner.query("update providers set region_code = 'LV00C'");
    await visits(vidzeme, 16, { minutes: 700 });
    await visits(dithmarschen, 15, { minutes: 650 });
    await release();
    expect(await figures("LV00C")).toMatchObject({ visits: 31, activities: 2, hours: 23 });
    expect(await figures("DEF05")).toEqual({});
  });

  test("withholds also what a neighbour could reckon: one of two providers has from one to nine", async () => {
    await world.owner.query("update providers set region_code = 'LV00C'");
    await visits(vidzeme, 120, { children: 40, minutes: 6_000 });
    await visits(dithmarschen, 12, { children: 2, minutes: 599 });
    for (let said = 0; said < 12; said++) await idea(vidzeme, "2021-04-10", "2021-04-20");
    for (let said = 0; said < 9; said++) await idea(dithmarschen, "2021-04-10", "2021-04-20");
    await release();
    expect(await figures("LV00C")).toMatchObject({ visits: 132, activities: 2, children: "withheld", hours: "withheld", ideas: "withheld", answered_in_time: "withheld" });
  });

  test("shows what one of two providers has alone: the other one has nothing that could be reckoned", async () => {
    await world.owner.query("update providers set region_code = 'LV00C'");
    await visits(vidzeme, 20);
    await release();
    expect(await figures("LV00C")).toMatchObject({ visits: 20, children: "withheld" });
  });

  test("pauses for who agreed to an older text, until they agree to the new one", async () => {
    await visits(vidzeme, 20);
    await visits(dithmarschen, 20);
    await world.owner.query("insert into agreed_texts (kind, version, language, text) values ('sharing', 2, 'en', 'Other words')");
    await (await as("maris")).does(shareFigures, { read: "yes", textVersion: "2" });
    await release();
    expect((await figures("LV00C")).visits).toBe(20);
    expect(await figures("DEF05")).toEqual({});
  });

  test("leaves out who does not share, and who has no region; a region of nobody else has no row", async () => {
    await visits(vidzeme, 20);
    await visits(dithmarschen, 20);
    await at(dithmarschen, "update sharings set state = 'off'");
    await release();
    expect(Object.keys(await figures("LV00C"))).toHaveLength(8);
    expect(await figures("DEF05")).toEqual({});
    await world.owner.query("delete from figures; delete from releases; update providers set nuts_version = null, region_code = null where slug = 'vidzeme'");
    await release();
    expect(await figures()).toEqual({});
    const [taken] = await world.rows<{ taken_at: Date | null }>(dithmarschen, "select taken_at from sharings");
    expect(taken?.taken_at).toBeNull();
  });

  test("comes 14 days after the end of its quarter and not before", async () => {
    const on = (day: string) => releaseQuarters(publisher(), { now: new Date(day), since: quarter });
    expect(await on("2021-07-14T23:59:59Z")).toEqual([]);
    expect(await on("2021-07-15T00:00:00Z")).toEqual([quarter]);
    expect(await on("2022-01-20T00:00:00Z")).toEqual(["2021-Q3", "2021-Q4"]);
  });

  test("begins with the quarter in which the first provider came, by the database's clock", async () => {
    const [first] = await world.rows<{ at: Date; now: Date }>(null, "select min(created_at) as at, moment() as now from providers");
    const released = await releaseQuarters(publisher());
    const last = shifted(quarterOf(new Date((first?.now.getTime() ?? 0) - 14 * 86_400_000), "UTC"), -1);
    expect(released[0] ?? last).toBe(first && quarterOf(first.at, "UTC") <= last ? quarterOf(first.at, "UTC") : last);
    expect(await releaseQuarters(publisher())).toEqual([]);
  });

  test("made by two at once is one release", async () => {
    await visits(vidzeme, 14);
    const other = await connected(world.addresses.publisherUrl);
    const both = await Promise.all([release(), releaseQuarters(other, { now: later, since: quarter })]);
    await other.end();
    expect(both.flat()).toEqual([quarter]);
    expect((await figures("LV00C")).visits).toBe(14);
  });
});

describe("sharing withdrawn", () => {
  test("before the job is not in the release", async () => {
    await visits(vidzeme, 20);
    await (await as("maris")).does(stopSharing);
    await release();
    expect(await figures("LV00C")).toEqual({});
  });

  test("while the job counts does not wait, and is not in the release; nor is who moved meanwhile", async () => {
    await visits(vidzeme, 20);
    await visits(dithmarschen, 20);
    const maris = await as("maris");
    const holder = await connected(world.addresses.ownerUrl);
    await holder.query("begin; lock table activities in access exclusive mode");
    const running = release();
    try {
      await until(async () => (await waiting()) >= 1);
      expect(await maris.does(stopSharing)).toMatchObject({ goTo: expect.stringContaining("/sharing") as string });
      expect(await waiting()).toBe(1);
      await world.owner.query("update providers set region_code = 'DEF04' where slug = 'dithmarschen'");
    } finally {
      await holder.end();
    }
    expect(await running).toEqual([quarter]);
    expect(await figures()).toEqual({});
  });

  test("while the job ends waits for it: in this release still, in the next one not", async () => {
    await visits(vidzeme, 20);
    const maris = await as("maris");
    // Whoever comes later in the order of the release is held, so that it stands in the middle with the first one's row locked.
    const [first, second] = [vidzeme, dithmarschen].toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(first).toBe(vidzeme);
    const holder = await connected(world.addresses.ownerUrl);
    await holder.query(`begin; set local app.provider_id = '${second?.id}'; select from sharings for update`);
    const running = release();
    const done = { stopped: false };
    const stopping = until(async () => (await waiting()) >= 1).then(() => maris.does(stopSharing)).then((answer) => { done.stopped = true; return answer; });
    try {
      await until(async () => (await waiting()) >= 2);
      expect(done.stopped).toBe(false);
    } finally {
      await holder.end();
    }
    expect(await running).toEqual([quarter]);
    expect(await stopping).toMatchObject({ goTo: expect.stringContaining("/sharing") as string });
    expect((await figures("LV00C")).visits).toBe(20);
    await releaseQuarters(publisher(), { now: new Date("2021-11-01T00:00:00Z"), since: quarter });
    expect(await world.rows(null, "select from figures where quarter = '2021-Q3' and region_code = 'LV00C'")).toHaveLength(0);
    expect(await world.rows(null, "select from figures where quarter = '2021-Q3' and region_code = 'DEF05'")).toHaveLength(8);
  });

  test("and switched on again is in the next release", async () => {
    const maris = await as("maris");
    await maris.does(stopSharing);
    await maris.does(shareFigures, { read: "yes", textVersion: "1" });
    await visits(vidzeme, 20);
    await release();
    expect((await figures("LV00C")).visits).toBe(20);
  });
});

describe("the publisher", () => {
  test.each([
    "select what from ideas", "select text from answers", "select title from projects", "select why from project_steps", "select surprised from activities",
    "select name from members", "select name from networks", "select learned from closings", "select called from project_people", "select id from auth.persons", "select id from events",
    "update sharings set state = 'off'", "update figures set value = 1", "delete from releases", "insert into ideas (id) values (gen_random_uuid())",
  ])("may not: %s", async (question) => {
    await expect(publisher().query(question)).rejects.toMatchObject({ code: "42501" });
  });

  test("sees no provider's rows before it has entered there", async () => {
    expect((await publisher().query("select id from ideas")).rows).toEqual([]);
  });
});

test("version 1 of what people agree to stays word for word: other words are version 2", () => {
  const words = agreedTexts().filter(({ kind, version }) => kind === "sharing" && version === 1);
  expect(words.map(({ language, text }) => [language, createHash("sha256").update(text).digest("hex").slice(0, 16)])).toEqual(pinned);
});

const pinned = [["de", "6141fba052b05406"], ["en", "5a60f6556559b270"], ["lv", "aeb3f3fe1c1b2aeb"]];

const publisher = () => stage.publisher as pg.Client;
const release = () => releaseQuarters(publisher(), { now: later, since: quarter });

/** A region's figures of the quarter as people read them, by indicator; of all regions with their codes. */
async function figures(region?: string): Promise<Record<string, unknown>> {
  const rows = await world.rows<{ region_code: string; indicator: string; value: number | null; base: number | null; withheld: boolean }>(null, "select * from figures where quarter = $1 and ($2::text is null or region_code = $2) order by region_code, indicator", [quarter, region ?? null]);
  return Object.fromEntries(rows.map(({ region_code, indicator, value, base, withheld }) => [region ? indicator : `${region_code} ${indicator}`, withheld ? "withheld" : base === null ? value : `${value} % of ${base}`]));
}

/** How many connections stand still because somebody else holds a row. */
async function waiting(): Promise<number> {
  const [row] = await world.rows<{ count: number }>(null, "select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
  return row?.count ?? 0;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 1_500; // whoever waits for a row gives up after two seconds
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error("it did not become so");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => {}); // the database goes when the tests are done
  await client.connect();
  return client;
}
