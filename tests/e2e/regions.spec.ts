/** Published figures of regions beside each other, for everybody; who works in a programme keeps what is worth coming back to. */
import pg from "pg";
import type { Page } from "@playwright/test";
import { comeInByLetter } from "./support/letters.ts";
import { catalogue, expect, fits, test } from "./support/story.ts";
import { unlike } from "./support/walk.ts";

const { charts, indicators, programme, regionRemarks, regions } = catalogue("en");
const [first, last] = ["2020-Q1", "2020-Q2"];
const named = (quarter: string) => charts.quarter.replace("{number}", quarter.slice(-1)).replace("{year}", quarter.slice(0, 4));
const asked = (codes: string[], indicator: string) => `/en/regions?${codes.map((code) => `region=${code}&`).join("")}indicator=${indicator}&first=${first}&last=${last}`;

/** Long ago, so that no job publishes these quarters itself. */
const figures = [
  [first, "LV00C", "visits", 120, null], [first, "DEF05", "visits", null, null],
  [last, "LV00C", "visits", 95, null], [last, "DEF05", "visits", 14, null],
  [first, "LV00C", "answered_in_time", 80, 25], [last, "LV00C", "answered_in_time", null, null],
] as const;

test.beforeAll(async () => {
  const owner = new pg.Client({ connectionString: process.env.STORIES_OWNER_URL });
  await owner.connect();
  await owner.query("insert into releases (quarter) values ($1), ($2) on conflict do nothing", [first, last]);
  for (const [quarter, region, indicator, value, base] of figures) {
    await owner.query("insert into figures (quarter, nuts_version, region_code, indicator, value, base, withheld) values ($1, '2024', $2, $3, $4, $5, $6) on conflict do nothing", [quarter, region, indicator, value, base, value === null]);
  }
  await owner.end();
});

for (const { script, width } of [{ script: false, width: 360 }, { script: true, width: 1280 }]) {
  test(`a visitor ticks three regions at ${width} px ${script ? "with" : "without"} JavaScript and reads them beside each other; the file says what the table says`, async ({ phone }) => {
    const page = await phone({ viewport: { width, height: 800 }, javaScriptEnabled: script });
    await page.goto("/en/regions");
    await fits(page);
    for (const [country, names] of [["Germany", ["Dithmarschen"]], ["Latvia", ["Vidzeme", "Kurzeme"]]] as const) {
      const inCountry = page.locator("details", { has: page.locator("summary").getByText(country, { exact: true }) });
      if ((await inCountry.getAttribute("open")) === null) await inCountry.locator("summary").click();
      for (const name of names) await inCountry.getByRole("checkbox", { name: new RegExp(`^${name}`) }).check();
    }
    await page.getByRole("combobox", { name: regions.indicatorLabel }).selectOption(indicators.visits.name);
    await page.getByRole("combobox", { name: regions.firstLabel, exact: true }).selectOption(first);
    await page.getByRole("combobox", { name: regions.lastLabel, exact: true }).selectOption(last);
    await page.getByRole("button", { name: regions.show }).click();
    await expect(page).toHaveURL(/region=DEF05&region=LV00B&region=LV00C&indicator=visits&first=2020-Q1&last=2020-Q2/);
    await fits(page);

    const table = page.getByRole("region", { name: new RegExp(`^${indicators.visits.name}, `) }).getByRole("table");
    const read = await cells(page);
    expect(read).toEqual([["Dithmarschen", regions.withheld, "14"], ["Kurzeme", regions.noData, regions.noData], ["Vidzeme", "120", "95"]]);
    for (const quarter of [first, last]) await expect(table.getByRole("columnheader", { name: named(quarter) })).toHaveCount(1);
    for (const words of [regions.withheldText, regions.noDataText]) await expect(page.getByText(words).first()).toBeVisible();
    await page.getByRole("link", { name: regions.countedTitle }).click();
    await expect(page.getByText(indicators.visits.definition).first()).toBeVisible();

    const link = page.getByRole("link", { name: regions.csv });
    const file = await page.request.get((await link.getAttribute("href")) ?? "");
    expect(file.headers()["content-type"]).toContain("text/csv");
    expect(file.headers()["content-disposition"]).toContain("attachment");
    const lines = (await file.text()).split("\r\n").map((line) => line.split(","));
    const inFile = (name: string) => lines.filter(([region]) => region === name).map(([, , quarter, value, , state]) => [quarter, value || state]);
    for (const [name, ...values] of read) expect(inFile(name ?? ""), name).toEqual([first, last].map((quarter, at) => [quarter, values[at]]));
  });
}

test("a share says of how many; fewer than ten are withheld, and every region stands in the order of the question", async ({ phone }) => {
  const page = await phone({ viewport: { width: 1280, height: 800 } });
  await page.goto(asked(["LV00C", "DEF05"], "answered_in_time"));
  expect(await cells(page)).toEqual([["Vidzeme", "80 % of 25", regions.withheld], ["Dithmarschen", regions.noData, regions.noData]]);
  await page.goto(asked(["DEF05", "LV00C"], "visits"));
  expect((await cells(page)).map(([name]) => name), "no ranking").toEqual(["Dithmarschen", "Vidzeme"]);
  await expect(page.getByRole("img", { name: regions.mapLabel.replace("{indicator}", indicators.visits.name).replace("{quarter}", named(last)) })).toBeVisible();
});

test("an address that asks for nonsense is answered in words, and breaks nothing", async ({ phone }) => {
  const page = await phone();
  const remarks: [string, string][] = [
    ["region=XX999&region=LV00C&region=DEF05", regionRemarks.regionUnknown], ["region=LV00C", regionRemarks.tooFew],
    ["region=LV00C,DEF05,LV00B,LV005,LV009,LV00A,DE80N", regionRemarks.tooMany], ["region=LV00C&region=DEF05&indicator=happiness", regionRemarks.indicatorUnknown],
    [`region=LV00C&region=DEF05&first=1999-Q1`, regionRemarks.quarterUnknown], [`region=LV00C&region=DEF05&first=${last}&last=${first}`, regionRemarks.turned],
  ];
  for (const [search, words] of remarks) {
    expect((await page.goto(`/en/regions?${search}`))?.status(), search).toBe(200);
    await expect(page.getByText(words), search).toBeVisible();
    await fits(page);
  }
  for (const search of ["region=%00", "region=%ff", `region=${"a".repeat(5_000)}`, "first[]=1", "programme=__proto__", "indicator=constructor"]) expect((await page.request.get(`/en/regions?${search}`)).status(), search).toBe(200);
  expect((await page.request.get("/en/regions/figures.csv?region=LV00C", { maxRedirects: 0 })).status(), "no file of nothing").toBe(303);
});

for (const { script, width } of [{ script: true, width: 1280 }, { script: false, width: 360 }]) {
  test(`Signe, a partner, comes in by a letter at ${width} px ${script ? "with" : "without"} JavaScript, keeps a comparison and finds it at home; forgotten, it can be kept anew`, async ({ phone }) => {
    const page = await phone({ viewport: { width, height: 800 }, javaScriptEnabled: script });
    await comeInByLetter(page, "signe@baltic-partnership.example.org");
    await expect(page).toHaveURL(/\/en\/programme\/baltic-partnership$/);
    await expect(page.getByText(programme.lead)).toBeVisible();
    await fits(page);
    await page.getByRole("main").getByRole("link", { name: programme.compare }).click();
    await expect(page.getByRole("heading", { level: 1, name: regions.title })).toBeVisible();
    await page.goto(`${asked(["LV00C", "DEF05"], "visits")}&programme=baltic-partnership`);
    const name = unlike("Coast and inland");
    await page.getByRole("button", { name: programme.keep }).click();
    await expect(page.getByRole("alert").getByText(catalogue("en").fields.comparisonNameMissing)).toBeVisible();
    await page.getByRole("textbox", { name: programme.keepName }).fill(name);
    await page.getByRole("button", { name: programme.keep }).click();
    await expect(page.getByText(programme.kept)).toBeVisible();
    const kept = page.getByRole("list", { name: programme.comparisonsTitle }).getByRole("listitem").filter({ hasText: name });
    await expect(kept.getByText(/Vidzeme, Dithmarschen/)).toBeVisible();
    await fits(page);
    await kept.getByRole("link", { name }).click();
    expect(await cells(page)).toEqual([["Vidzeme", "120", "95"], ["Dithmarschen", regions.withheld, "14"]]);
    await page.goBack();
    await kept.getByRole("button", { name: programme.forget.replace("{name}", name) }).click();
    await expect(page.getByText(programme.forgotten)).toBeVisible();
    await expect(kept).toHaveCount(0);
    await page.getByRole("link", { name: programme.keepAgain }).click();
    await expect(page.getByRole("button", { name: programme.keep })).toBeVisible();
  });
}

test("a partner who guesses a provider or invites finds nothing, and nobody else keeps a comparison", async ({ as, phone }) => {
  const partner = await as("signe");
  for (const address of ["/en/at/vidzeme/today", "/en/at/vidzeme/picture", "/en/at/vidzeme/projects", "/en/at/vidzeme/sharing", "/en/programme/baltic-partnership/invite", "/en/programme/nobody"]) expect((await partner.goto(address))?.status(), address).toBe(404);
  const visitor = await phone();
  await visitor.goto(`${asked(["LV00C", "DEF05"], "visits")}&programme=baltic-partnership`);
  await expect(visitor.getByRole("heading", { level: 1, name: regions.title })).toBeVisible();
  await expect(visitor.getByRole("button", { name: programme.keep })).toHaveCount(0);
});

/** The table, row by row. */
async function cells(page: Page): Promise<string[][]> {
  const table = page.getByRole("region", { name: /, Q\d \d{4}/ }).getByRole("table");
  await expect(table).toBeVisible();
  return table.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td > :last-child")].map((cell) => cell.textContent.trim())));
}
