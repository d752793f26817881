import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { atLeast, atMost } from "#scripts/bench/budgets.ts";
import { reader } from "#scripts/bench/line.ts";
import { spentBy } from "#scripts/bench/processor.ts";
import { blocked, median, ratio, spread } from "#scripts/bench/reckoning.ts";
import { verdicts, type Bench } from "#scripts/bench/results.ts";
import type { Rounds } from "#scripts/bench/rounds.ts";
import { ourDeeds, ourPages } from "#scripts/bench/scenes.ts";
import { secretOf, slugOf } from "#scripts/bench/sessions.ts";
import { shares, sizeIn } from "#scripts/bench/sizes.ts";
import { markdown } from "#scripts/bench/table.ts";
import { weigh } from "#scripts/bench/weighing.ts";
import { addPair, makeWorld, rowsOf } from "#scripts/bench/world.ts";
import { testDatabase } from "#tests/support/database.ts";

describe("how figures are reckoned", () => {
  test("the middle of rounds, and how far they lie apart", () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([10, 20])).toBe(15);
    expect(spread([90, 100, 110])).toBeCloseTo(0.2);
  });

  test("a round that was slow for everybody changes no ratio", () => {
    expect(ratio([60, 40, 6], [100, 50, 10])).toBeCloseTo(0.6);
  });

  test("blocked is what long tasks have beyond 50 ms, after the first words stood there", () => {
    expect(blocked([{ start: 0, duration: 300 }, { start: 400, duration: 120 }], 200)).toBe(50 + 70);
  });

  test("few providers are large: the first of a hundred has a tenth of all ideas, each has one, and none is lost", () => {
    const parts = shares(100, 100_000);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(100_000);
    expect(parts[0]).toBeGreaterThan(10_000);
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(1);
    expect(shares(10, 10)).toEqual(Array(10).fill(1));
  });

  test("the large world is ten times the usual one", () => {
    expect([sizeIn([]).ideas, sizeIn(["--large"]).ideas]).toEqual([100_000, 1_000_000]);
  });
});

describe("statements are counted as they pass", () => {
  const message = (kind: string, words: string) => Buffer.concat([Buffer.from(kind), Buffer.from([0, 0, 0, 4 + words.length]), Buffer.from(words)]);
  const hello = message("", "user"); // the first has no letter

  test("however the network cuts them", () => {
    const sent = Buffer.concat([hello, message("Q", "begin"), message("P", "select"), message("E", ""), message("S", "")]);
    for (const size of [1, 3, sent.length]) {
      const heard: string[] = [];
      const read = reader((kind) => heard.push(kind));
      for (let at = 0; at < sent.length; at += size) read(sent.subarray(at, at + size));
      expect(heard).toEqual(["Q", "P", "E", "S"]);
    }
  });
});

describe("what a run tells", () => {
  const one = (scene: string, kind: Rounds["kind"], perSecond: number, processor: number): Rounds => ({ scene, kind, as: "staff", fired: [perSecond, perSecond].map((speed) => ({ requests: speed * 4, perSecond: speed, p50: 10, p99: 30, failed: 0, processor, database: 1 })) });
  const bench: Bench = {
    at: "", machine: { cores: 2, processor: "", node: "24" }, size: sizeIn([]), seconds: 600, starts: [1_200, 1_400], memory: 400_000_000,
    rounds: [one("bare pg", "bare", 250, 4), one("bare Prisma", "bare", 200, 5), one("today", "dashboard", 90, 8.5), one("log", "write", 150, 3)],
    statements: { today: 9, log: 9, "first contribution": 14 }, weights: { today: { html: 100_000, sent: 10_000, scripts: 150_000 } },
    painted: { today: { largest: [600, 640], blocked: [100, 120], scripts: 150_000, styles: 10_000, fonts: 30_000 } },
    pairs: [{ page: "today", few: one("few", "dashboard", 100, 8), many: one("many", "dashboard", 95, 8) }], cores: { page: "today", one: one("one", "dashboard", 90, 8), all: one("all", "dashboard", 120, 8) },
  };

  test("names each figure that missed its budget, and no other", () => {
    expect(verdicts(bench).filter(({ met }) => !met).map(({ what }) => what)).toEqual(["today: processor", "today: of the bare page by Prisma"]);
    expect([atMost("a", 8, 8).met, atLeast("b", 0.6, 0.6).met]).toEqual([true, true]);
  });

  test("stands in a table for the README, what missed in bold", () => {
    const table = markdown(bench, verdicts(bench));
    expect(table).toContain("| today | 90 (±0 %) | 10 · 30 | **8.5** / 8 (1.0) | 0.36 | **0.45** / ≥ 0.5 | 9 / 10 | 100.0 (10.0) | 146 / 220 |");
    expect(table).toContain("today 0.95");
    expect(table).toContain("Missed: today: processor 8.5 ms (at most 8); today: of the bare page by Prisma 0.45 (at least 0.5).");
  });
});

test("a page's scripts are weighed as they are sent, those for old browsers left out", async () => {
  const server = createServer((request, response) => response.end(request.url === "/page" ? '<script src="/a.js" async></script><script src="/old.js" noModule=""></script><script>0</script>' : "x".repeat(10_000)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const weight = await weigh(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, { name: "page", kind: "detail", path: "/page", as: "visitor" });
  server.close();
  expect(weight.html).toBeGreaterThan(90);
  expect(weight.scripts).toBe(gzipSync("x".repeat(10_000)).length);
});

test("a measured world has for every page something to show, and for every deed somebody who may do it", async () => {
  const [size, database] = [{ ...sizeIn([]), providers: 2, ideas: 400, pair: [50, 150] as const }, await testDatabase()];
  await makeWorld(database.ownerUrl, size, () => {});
  await addPair(database.ownerUrl, size);
  const pages = await ourPages(database.ownerUrl);
  expect(pages.filter(({ path }) => /null|undefined/.test(path))).toEqual([]);
  const { propose, log } = await ourDeeds(database.ownerUrl, size);
  expect(propose.bodies?.length).toBe(1_000);
  expect(log.bodies?.every(({ form }) => /^[0-9a-f-]{36}$/.test(String(form.project)))).toBe(true);
  const counts = await Promise.all([3, 4].map((place) => rowsOf<{ ideas: number }>(database.ownerUrl, slugOf(place), "select count(*)::int as ideas from ideas")));
  expect(counts).toEqual([[{ ideas: 50 }], [{ ideas: 150 }]]);
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  for (const who of ["staff", "leader", "participant"] as const) {
    const { rows: [entered] } = await client.query<{ roles: string[] }>("select roles from auth.who_enters(sha256(convert_to($1, 'UTF8')), 'provider', $2)", [secretOf(slugOf(1), who), slugOf(1)]);
    expect(entered?.roles).toEqual([who]);
  }
  await client.end();
});

test.runIf(process.platform === "linux")("the processor's time is that of the marked process and of what it started", () => {
  expect(spentBy("nobody bears this mark")).toEqual({ processor: 0, memory: 0 });
});
