import pg from "pg";
import { prerender } from "react-dom/static";
import type { ReactNode } from "react";
import { beforeAll, describe, expect, test } from "vitest";
import PictureListPage from "#app/[locale]/at/[provider]/picture/[figure]/page.tsx";
import PicturePage from "#app/[locale]/at/[provider]/picture/page.tsx";
import type { Quarter } from "#lib/figures/quarter.ts";
import { asking, reckoned, type Figure } from "#lib/figures/reckoning.ts";
import { as, dithmarschen, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";
import { aNetworkToCount, manyMore, slug } from "./picture-rows.ts";

const world = inTheWorld();
const stage = { network: "" };
beforeAll(async () => void (stage.network = (await aNetworkToCount(world)).network));

const props = (search: Record<string, string>, params: Record<string, string> = {}) => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", ...params }), searchParams: Promise.resolve(search) }) as never;
const drawn = async (page: () => Promise<ReactNode>) => new Response((await prerender(await page())).prelude).text();
const seen = (person: Person, search: Record<string, string> = {}) => person.sees(() => drawn(() => PicturePage(props(search))));
const list = (person: Person, figure: string, search: Record<string, string>) => person.sees(() => drawn(() => PictureListPage(props(search, { figure }))));

const year = { from: "2030-Q3", to: "2031-Q2" };
const here = { ...year, network: slug };
/** Every number that leads somewhere: what it says, and where to. */
const numbers = (html: string) => [...html.matchAll(/<a href="\/en\/at\/vidzeme\/picture\/(\w+)\?([^"]+)" aria-label="([^"]+)"[^>]*>([^<]+)<\/a>/g)].map(([, figure = "", address = "", label = "", text = ""]) => ({ figure, search: Object.fromEntries(new URLSearchParams(address.replaceAll("&amp;", "&"))), label, text }));
const headline = (html: string) => /<h1[^>]*>([^<]+)<\/h1>/.exec(html)?.[1] ?? "";

describe("counted by hand", () => {
  const quarters: Quarter[] = ["2030-Q4", "2031-Q1", "2031-Q2"];
  // In each of the three quarters; as the network's ideas, micro projects and diaries were told in picture-rows.ts.
  const byHand: Partial<Record<Figure, (number | [number, number])[]>> = {
    ideas: [1, 4, 1], answered_in_time: [0, [2, 3], [1, 2]], projects_begun: [1, 1, 1],
    projects_running: [1, 0, 1], projects_paused: [0, 1, 0], projects_closed: [0, 1, 1], projects_stopped: [0, 0, 1], projects_forming: [0, 0, 0],
    activities: [1, 1, 1], visits: [10, 7, 1], children: [1, 2, 0], minutes: [60, 90, 30],
  };

  test("every figure of a network, at the quarters' borders too", async () => {
    await world.owner.query("select set_config('app.provider_id', $1, false)", [vidzeme.id]);
    const cells = (await reckoned(asking(world.owner), { id: vidzeme.id, timeZone: "Europe/Riga" }, quarters)).filter(({ network }) => network === stage.network);
    const counted = Object.keys(byHand).map((figure) => [figure, quarters.map((quarter) => {
      const cell = cells.find((one) => one.figure === figure && one.quarter === quarter);
      return cell?.base === undefined ? (cell?.value ?? 0) : [cell.value, cell.base];
    })]);
    expect(Object.fromEntries(counted)).toEqual(byHand);
  });

  test("another calendar has other borders: in Berlin the first idea of January was said in December", async () => {
    const cells = await reckoned(asking(world.owner), { id: vidzeme.id, timeZone: "Europe/Berlin" }, ["2030-Q4"]);
    expect(cells.find(({ figure, network }) => figure === "ideas" && network === stage.network)?.value).toBe(2);
  });

  test("at another provider there is none of it", async () => {
    const cells = await reckoned(asking(world.owner), { id: dithmarschen.id, timeZone: "Europe/Berlin" }, quarters);
    expect(cells.filter(({ network }) => network === stage.network)).toEqual([]);
  });

  test("a publisher, who may read no words, counts the same", async () => {
    const publisher = new pg.Client({ connectionString: world.addresses.publisherUrl });
    await publisher.connect();
    try {
      await publisher.query(`begin; set local app.provider_id = '${vidzeme.id}'`);
      const cells = await reckoned(asking(publisher), { id: vidzeme.id, timeZone: "Europe/Riga" }, quarters);
      expect(cells).toEqual(await reckoned(asking(world.owner), { id: vidzeme.id, timeZone: "Europe/Riga" }, quarters));
      expect(cells.length).toBeGreaterThan(20);
    } finally {
      await publisher.end();
    }
  });

  test("Māris reads the same on the page", async () => {
    const html = String(await seen(await as("maris"), here));
    const read = (figure: Figure) => numbers(html).filter((number) => number.figure === figure).map(({ search, text }) => `${search.quarter} ${text}`);
    expect(read("ideas")).toEqual(["2030-Q4 1", "2031-Q1 4", "2031-Q2 1"]);
    expect(read("answered_in_time")).toEqual(["2031-Q1 2 of 3", "2031-Q2 1 of 2"]);
    expect(read("visits")).toEqual(["2030-Q4 10", "2031-Q1 7", "2031-Q2 1"]);
    expect(read("minutes")).toEqual(["2030-Q4 1", "2031-Q1 1.5", "2031-Q2 0.5"]);
    expect(html).toContain("Q2 2031 so far");
  });
});

describe("each number opens its list", () => {
  test("which says the same number, network by network and quarter by quarter", async () => {
    const maris = await as("maris");
    const clicked = numbers(String(await seen(maris, year))).concat(numbers(String(await seen(maris, { from: "2026-Q1", to: "2026-Q4" }))));
    expect(clicked.length).toBeGreaterThan(20);
    for (const { figure, search, label, text } of clicked) expect(headline(String(await list(maris, figure, search))), label).toMatch(new RegExp(`^${text}\\b`));
  });

  test("with dates and states", async () => {
    const maris = await as("maris");
    const due = String(await list(maris, "answered_in_time", { quarter: "2031-Q1", network: slug }));
    expect([...due.matchAll(/>(in time|too late|not now)</g)].map(([, word]) => word)).toEqual(["not now", "in time", "too late", "in time"]);
    const said = String(await list(maris, "ideas", { quarter: "2031-Q1", network: slug }));
    expect([...said.matchAll(/>(late: no answer yet|became a micro project|not now)</g)].map(([, word]) => word)).toEqual(["became a micro project", "late: no answer yet", "not now"]);
    expect(String(await list(maris, "ideas", { quarter: "2031-Q2", network: slug }))).toContain("waits for an answer");
    const paused = String(await list(maris, "projects_paused", { quarter: "2031-Q1", network: slug }));
    expect(paused).toContain("The oven");
    expect(paused).toContain("since 1 February 2031");
  });

  test("twenty rows a page, each row once", async () => {
    await manyMore(world, stage.network, 45);
    const maris = await as("maris");
    const shown: string[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const html: string = String(await list(maris, "ideas", { quarter: "2030-Q2", network: slug, ...(after && { after }) }));
      expect(headline(html)).toBe("45 ideas were said");
      const rows = [...html.matchAll(/>(Idea \d+)</g)].map(([, row = ""]) => row);
      expect(rows.length).toBeLessThanOrEqual(20);
      shown.push(...rows);
      after = /after=([^"&]+)/.exec(html)?.[1];
    }
    expect(shown).toHaveLength(45);
    expect(new Set(shown).size).toBe(45);
  });
});

describe("who sees what", () => {
  test("nobody but a leader", async () => {
    for (const person of [visitor(), ...(await Promise.all([as("ilze"), as("liene"), as("valdis"), as("birte")]))]) {
      expect(await seen(person)).toBe("not found");
      expect(await list(person, "ideas", {})).toBe("not found");
    }
  });

  test("and no word that anybody said, wrote or noted", async () => {
    const maris = await as("maris");
    const pages = [await seen(maris, year), await seen(maris)];
    for (const { figure, search } of pages.flatMap((page) => numbers(String(page)))) pages.push(await list(maris, figure, search));
    const said = await world.rows<{ words: string }>(vidzeme, `
      select what as words from ideas union select for_whom from ideas union select we_have from ideas union select text from answers union select text from answer_versions
      union select what from activities union select surprised from activities union select next from activities union select why from project_steps
      union select owner_reason from projects union select owner_called from projects union select name from members`);
    const words = said.flatMap(({ words }) => (words && words.length > 3 ? [words.slice(0, 30)] : []));
    expect(words.length).toBeGreaterThan(30);
    const all = pages.join("\n").replaceAll(/<header.*?<\/header>/gs, "");
    expect(words.filter((one) => all.includes(one))).toEqual([]);
  });
});

describe("an address that says nonsense", () => {
  const nonsense: Record<string, string>[] = [{ from: "yesterday" }, { to: "2099-Q4" }, { from: "2031-Q2", to: "2030-Q1" }, { network: "nowhere" }, { network: "../" }, { network: dithmarschen.networks[0]?.slug ?? "" }, { from: "2031-Q5", to: "\0" }];
  test.each(nonsense)("%j shows what is usual", async (search) => {
    const maris = await as("maris");
    const usual: Record<string, string> = search.to === "2030-Q1" ? { from: "2029-Q2", to: "2030-Q1" } : {};
    expect(await seen(maris, search)).toBe(await seen(maris, usual));
  });

  test("more than twelve quarters are the last twelve", async () => {
    const html = String(await seen(await as("maris"), { from: "2015-Q1", to: "2031-Q2", network: slug }));
    expect(html.match(/<option/g)?.length).toBeGreaterThan(12);
    expect(html).toMatch(/July 2028\s–\sJune 2031/u);
  });

  test("a figure that is none is not found; another provider's network is all of one's own", async () => {
    const maris = await as("maris");
    expect(await list(maris, "words", {})).toBe("not found");
    const foreign = { quarter: "2031-Q1", network: dithmarschen.networks[0]?.slug ?? "" };
    expect(headline(String(await list(maris, "ideas", foreign)))).toBe(headline(String(await list(maris, "ideas", { quarter: "2031-Q1" }))));
    expect(await list(maris, "ideas", { quarter: "never", after: "1_x" })).toBe(await list(maris, "ideas", { quarter: "2031-Q2" }));
  });
});
