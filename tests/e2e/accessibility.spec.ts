/** Every page once before axe, and light enough for an old phone on a slow line. */
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { routes } from "#tests/support/routes.ts";
import { catalogue, expect, small, test } from "./support/story.ts";
import { home, networkPage, placeIn, sayIdea, sayWhat, unlike } from "./support/walk.ts";

const here = placeIn("en");
const { forms, groups, idea, propose, provider, ticket } = catalogue("en");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const inTheDark = ["landing", "network", "propose-what", "today", "idea-answered", "ticket-answered", "groups", "me", "project", "log", "picture", "sharing", "regions-compared", "programme-manager", "people", "settings"];

for (const as of new Set(routes().map((route) => route.as))) {
  for (const look of ["light", "dark"] as const) {
    const seen = routes().filter((route) => route.as === as && (look === "light" || inTheDark.includes(route.name)));
    if (seen.length === 0) continue;
    test(`what ${as === "visitor" ? "a visitor" : as} sees in the ${look} is for everybody: ${seen.map(({ name }) => name).join(", ")}`, async ({ phone, as: come }) => {
      test.slow();
      const options = { viewport: { width: 360, height: 740 }, colorScheme: look, reducedMotion: "reduce" as const };
      const page = as === "visitor" ? await phone(options) : await come(as, options);
      for (const route of seen) {
        await test.step(route.name, async () => {
          await page.goto(route.address);
          await isForEverybody(page);
        });
      }
    });
  }
}

test("a refused form is for everybody too, in a light and a dark room", async ({ phone }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await phone({ colorScheme });
    await page.goto(`${networkPage(here)}/propose`);
    await page.getByRole("button", { name: propose.next, exact: true }).click();
    await expect(page.getByRole("alert").getByText(forms.problem)).toBeVisible();
    await isForEverybody(page);
    await page.goto(home(here));
    await page.getByRole("button", { name: provider.codeButton }).click();
    await expect(page.getByRole("alert").getByText(forms.problem)).toBeVisible();
    await isForEverybody(page);
  }
});

test("the menus, the former texts and two colleagues' texts side by side are for everybody", async ({ phone, as }) => {
  const { id } = await sayIdea(await phone(), here, { what: unlike("Aizvējā") });
  const [ilze, anna] = [await as("ilze", { viewport: small }), await as("anna", { viewport: small })];
  for (const page of [ilze, anna]) await page.goto(`${home(here)}/ideas/${id}`);
  for (const [page, text] of [[ilze, "Yes."], [anna, "Perhaps."]] as const) {
    await page.getByRole("textbox", { name: idea.answerLabel }).fill(text);
    await page.getByRole("button", { name: idea.send, exact: true }).click();
    await expect(page.getByText("Yes.").first()).toBeVisible();
  }
  await isForEverybody(anna);
  for (const menu of await anna.locator("header summary").all()) {
    await menu.click();
    await isForEverybody(anna, "header"); // what an open menu lies over is for later
    await menu.click();
  }
  await ilze.goto(`${home(here)}/groups`);
  await ilze.getByRole("button", { name: groups.make }).click();
  await expect(ilze.getByRole("alert").getByText(forms.problem)).toBeVisible();
  await isForEverybody(ilze);
});

test("the steps of an idea and the slip are for everybody", async ({ phone }) => {
  const page = await phone();
  await sayWhat(page, here, unlike("Laipa pār grāvi"));
  await isForEverybody(page);
  await page.getByRole("button", { name: propose.next, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: propose.weHave })).toBeVisible();
  await isForEverybody(page);
  await page.getByRole("button", { name: propose.send }).click();
  await expect(page.getByRole("heading", { name: ticket.keepTitle })).toBeVisible();
  await isForEverybody(page);
});

const participants = ["landing", "provider", "network", "propose", "propose-for-whom", "propose-we-have", "ticket", "poster", "me-nothing", "sign-in", "regions-compared"];
for (const route of routes().filter(({ name }) => participants.includes(name))) {
  test(`${route.name} is light enough for an old phone on a slow line`, async ({ phone }) => {
    const page = await phone();
    const weights: Record<string, number> = { script: 0, document: 0, stylesheet: 0, font: 0 };
    const weighed: Promise<void>[] = [];
    page.on("response", (response) => {
      const kind = response.request().resourceType();
      weighed.push(response.body().then((body) => { weights[kind] = (weights[kind] ?? 0) + (kind === "font" ? body.length : gzipSync(body).length); }, () => {}));
    });
    await page.goto(route.address, { waitUntil: "networkidle" });
    await Promise.all(weighed);
    const { script = 0, document = 0, stylesheet = 0, font = 0 } = weights;
    expect(script, "JavaScript, packed").toBeLessThanOrEqual(175 * 1024);
    expect(script).toBeGreaterThan(0);
    expect(document + stylesheet + font, "HTML, styles and letters").toBeLessThanOrEqual(100_000);
    expect(stylesheet * font * document).toBeGreaterThan(0);
  });
}

async function isForEverybody(page: Page, part = "html"): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).withTags(rules).analyze();
  expect.soft(violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`)), page.url()).toEqual([]);
  expect.soft(await tooSmall(page), page.url()).toEqual([]);
}

/** What is to be pressed, and is smaller than a thumb: 44 px each way. Words that lead on inside a sentence are as high as their line. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden])")].flatMap((element) => {
    const target = element.matches("[type=radio], [type=checkbox]") ? (element.closest("label") ?? element) : element;
    const { width, height } = target.getBoundingClientRect();
    const unseen = !element.checkVisibility() || width <= 1;
    return unseen || (width >= 44 && height >= 44) ? [] : [`${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 120)}`];
  }));
}
