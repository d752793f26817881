/** Who leads sees how the work goes, in numbers that open their lists, and decides what is published. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { catalogue, expect, fits, readAll, test } from "./support/story.ts";
import { dithmarschen, home, ozolmuiza, placeIn, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { charts, picture, sharing, fields } = catalogue("en");
const said = vidzeme.networks.flatMap(({ ideas }) => ideas.flatMap(({ what, forWhom, weHave }) => [what, forWhom, weHave])).filter((words): words is string => !!words && words.length > 12);
const numbers = (page: Page) => page.locator("table a[href*='/picture/']");

for (const { script, width } of [{ script: true, width: 1280 }, { script: false, width: 360 }]) {
  test(`Māris looks at the picture at ${width} px ${script ? "with" : "without"} JavaScript: every number of the past opens its list, which is as long as the number says`, async ({ as }) => {
    test.slow();
    const page = await as("maris", { viewport: { width, height: 800 }, javaScriptEnabled: script });
    await page.goto(`${home(here)}/picture`);
    await expect(page.getByRole("heading", { level: 1, name: picture.title })).toBeVisible();
    await fits(page);
    await hasNobodysWords(page);
    const quarters = page.getByRole("combobox", { name: picture.from }).locator("option");
    await page.getByRole("combobox", { name: picture.from }).selectOption(await quarters.nth(2).getAttribute("value") ?? "");
    await page.getByRole("button", { name: picture.show }).click();
    await expect(page, "the period stands in the address").toHaveURL(/from=\d{4}-Q\d&to=\d{4}-Q\d/);
    await fits(page);

    // The quarter that is not over yet grows while other stories are told; those before it do not.
    const past = await numbers(page).evaluateAll((links, soFar) => links.map((link) => ({ href: (link as HTMLAnchorElement).href, text: link.textContent, label: link.getAttribute("aria-label") ?? "" })).filter(({ href }) => !href.includes(`quarter=${soFar}`)), await quarters.first().getAttribute("value"));
    expect(past.length).toBeGreaterThan(8);
    for (const { href, text, label } of script ? past : past.slice(0, 4)) {
      await page.goto(href);
      const total = await page.getByRole("heading", { level: 1 }).innerText();
      expect(total, `${label} at ${href}`).toMatch(new RegExp(`^${text} `));
      await hasNobodysWords(page);
      if (!/visits|children|minutes/.test(new URL(href).pathname)) expect(await rowsListed(page), label).toBe(Number(/of (\d+)/.exec(text)?.[1] ?? text));
      else expect(await rowsListed(page), label).toBe(Number(/ in (\d+) /.exec(total)?.[1]));
    }
    await page.goto(past[0]?.href ?? "");
    await fits(page);
    await page.getByRole("link", { name: picture.back }).click();
    await expect(page, "back in the same period").toHaveURL(/from=\d{4}-Q\d&to=\d{4}-Q\d/);
  });
}

test("one network alone, and an address that makes no sense shows the usual picture", async ({ as }) => {
  const page = await as("maris");
  await page.goto(`${home(here)}/picture`);
  await page.getByRole("combobox", { name: picture.network }).selectOption(ozolmuiza.name);
  await page.getByRole("button", { name: picture.show }).click();
  await expect(page).toHaveURL(new RegExp(`network=${ozolmuiza.slug}`));
  await expect(page.getByText(new RegExp(`${vidzeme.name.slice(0, 10)}.* · ${ozolmuiza.name} · `))).toBeVisible();
  for (const search of ["from=2026-Q9&to=yesterday", "from=9999-Q4&to=0001-Q1", "network=%00", "from=2026-Q1&from=2025-Q1", "from=%27%3Bdrop"]) {
    expect((await page.goto(`${home(here)}/picture?${search}`))?.status(), search).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: picture.title })).toBeVisible();
  }
  for (const list of ["nothing", "ideas?quarter=never", "ideas?quarter=2026-Q1&after=%00"]) expect((await page.goto(`${home(here)}/picture/${list}`))?.status(), list).toBeLessThan(500);
});

test("the picture prints on one sheet", async ({ as }) => {
  const page = await as("jonas"); // at his house no story opens a network more
  await page.goto(`/en/at/${dithmarschen.slug}/picture`);
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByText(dithmarschen.name).filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(picture.noWords)).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByText(charts.soFar).filter({ visible: true }).first()).toBeVisible();
});

test("staff and administrators have no picture, and nothing of sharing", async ({ as }) => {
  for (const key of ["ilze", "liene"]) {
    const page = await as(key);
    for (const address of ["picture", "picture/ideas", "sharing"]) expect((await page.goto(`${home(here)}/${address}`))?.status(), `${key}: ${address}`).toBe(404);
  }
});

test("Māris reads what will be seen, stops sharing and switches it on again, at 1280 px and on a phone without JavaScript", async ({ as }) => {
  const text = readFileSync("prisma/content/agreed-texts/sharing-1.en.txt", "utf8").trim();
  for (const { script, width } of [{ script: true, width: 1280 }, { script: false, width: 360 }]) {
    const page = await as("maris", { viewport: { width, height: 800 }, javaScriptEnabled: script });
    await page.goto(`${home(here)}/sharing`);
    const words = page.getByRole("region", { name: sharing.textTitle.replace("{version}", "1") });
    for (const line of text.split("\n").filter(Boolean)) await expect(words).toContainText(line.replace(/^– /, ""));
    await fits(page);
    const history = page.getByRole("list", { name: sharing.historyTitle }).getByRole("listitem");
    await page.getByRole("button", { name: sharing.stop }).click();
    await expect(page.getByRole("heading", { name: sharing.off })).toBeVisible();
    await expect(history.first().getByText(sharing.stepOff.replace("{name}", "Māris"))).toBeVisible();

    await page.getByRole("button", { name: sharing.share }).click();
    await expect(page.getByRole("alert").getByText(fields.readMissing)).toBeVisible();
    await page.getByRole("checkbox", { name: sharing.read }).check();
    await fits(page);
    await page.getByRole("button", { name: sharing.share }).click();
    await expect(page.getByRole("heading", { name: sharing.on, exact: true })).toBeVisible();
    await expect(history.first().getByText(sharing.stepOn.replace("{name}", "Māris").replace("{version}", "1"))).toBeVisible();
    await expect(page.getByRole("button", { name: sharing.share })).toHaveCount(0);
    await fits(page);
  }
});

async function hasNobodysWords(page: Page): Promise<void> {
  const read = await readAll(page);
  for (const words of said) expect(read).not.toContain(words.replace(/\s+/g, " ").slice(0, 30));
}

/** How many rows a list has on all its pages. */
async function rowsListed(page: Page): Promise<number> {
  const more = page.getByRole("link", { name: picture.more });
  let count = await page.locator("main ul > li").count();
  while (await more.count()) {
    await page.goto((await more.getAttribute("href")) ?? "");
    count += await page.locator("main ul > li").count();
  }
  return count;
}
