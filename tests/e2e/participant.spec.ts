/** A visitor says an idea, keeps three words and reads the answer. */
import type { Locator, Page } from "@playwright/test";
import { languages } from "#lib/language/languages.ts";
import { catalogue, expect, fits, test } from "./support/story.ts";
import { home, networkPage, openTicket, ozolmuiza, placeIn, sayIdea, unlike, vidzeme, wordsOn } from "./support/walk.ts";

const here = placeIn("en");
const { forms, fields, network, propose, provider, product, refusals, ticket, idea } = catalogue("en");
const next = { name: propose.next, exact: true };
const what = { name: propose.whatLabel, exact: true };

for (const language of languages) {
  for (const script of [true, false]) {
    test(`a villager says an idea in ${language} ${script ? "with" : "without"} JavaScript, keeps three words and reads the answer on another phone`, async ({ phone, as }) => {
      const place = placeIn(language);
      const said = catalogue(language);
      const mine = await phone({ javaScriptEnabled: script });
      const words = unlike(`Ein Bänkchen pie pieturas <b>&amp;</b>`);

      await mine.goto(networkPage(place));
      await fits(mine);
      await mine.getByRole("link", { name: said.network.propose }).click();
      await expect(mine.getByRole("heading", { level: 1, name: said.propose.what })).toBeVisible();
      await expect(mine.getByText(said.propose.seesLabel)).toBeVisible();
      const kept = await sayIdea(mine, place, { what: words, forWhom: "Visiem, kas gaida", weHave: "Divi dēļi" });
      await expect(mine.getByText(words)).toBeVisible();

      const other = await phone({ javaScriptEnabled: script });
      await openTicket(other, place, kept.words.toUpperCase().replaceAll(" ", ", "));
      await expect(other.getByText(words)).toBeVisible();
      await expect(other.getByText(place.network.name).first()).toBeVisible();
      await fits(other);

      const staff = await as(place.provider.slug === "vidzeme" ? "ilze" : "birte");
      const answer = unlike("Ja! Kommenden Samstag bauen wir sie.");
      await staff.goto(`/en/at/${place.provider.slug}/ideas/${kept.id}`);
      await staff.getByRole("textbox", { name: idea.answerLabel }).fill(answer);
      await staff.getByRole("button", { name: idea.send }).click();
      await expect(staff.getByRole("region", { name: idea.answerTitle, exact: true }).getByText(answer)).toBeVisible();

      await other.reload();
      await expect(other.getByRole("heading", { level: 1, name: said.ticket.answered })).toBeVisible();
      await expect(other.getByRole("region", { name: said.ticket.answerTitle, exact: true }).getByText(answer)).toBeVisible();
      await fits(other);
    });
  }
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`an empty step is refused in words ${how} JavaScript, and what was written stays`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    await page.goto(`${networkPage(here)}/propose`);
    await page.getByRole("button", next).click();
    await expect(page.getByRole("alert").getByText(forms.problem)).toBeVisible();
    await expect(page.getByRole("textbox", what)).toHaveAccessibleDescription(new RegExp(fields.whatMissing.slice(0, 20)));
    await fits(page);

    const long = `${unlike("Par daudz vārdu")}\n${"ā".repeat(2_000)}`;
    await page.getByRole("textbox", what).fill(long);
    await page.getByRole("button", next).click();
    await expect(page.getByRole("alert").getByText(fields.tooLong)).toBeVisible();
    await expect(page.getByRole("textbox", what)).toHaveValue(long);
    await fits(page);

    await page.getByRole("textbox", what).fill(long.slice(0, 1_900));
    await page.getByRole("button", next).click();
    await expect(page.getByRole("heading", { level: 1, name: propose.forWhom })).toBeVisible();
  });

  test(`the code from a poster leads to its network ${how} JavaScript, however it is typed`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    for (const typed of ["k7m 4px", "K7M-4PX"]) {
      await page.goto(home(here));
      await fits(page);
      await page.getByRole("textbox", { name: provider.codeLabel }).fill(typed);
      await page.getByRole("button", { name: provider.codeButton }).click();
      await expect(page).toHaveURL(networkPage(here));
    }
  });

  test(`wrong words open nothing ${how} JavaScript, and stay to be corrected`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    await openTicket(page, here, "river chair lamp 42");
    await expect(page.getByRole("alert").getByText(refusals.noSuchTicket)).toBeVisible();
    await expect(page.getByRole("textbox", { name: ticket.wordsLabel })).toHaveValue("river chair lamp 42");
    await fits(page);
  });
}

test("the three words can be copied, and printed on a slip with nothing else around them", async ({ phone }) => {
  const page = await phone({ permissions: ["clipboard-read", "clipboard-write"] });
  const { words } = await sayIdea(page, here, { what: unlike("Grāmatu maiņas plaukts") });
  await page.getByRole("button", { name: ticket.copy }).click();
  await expect(page.getByRole("button", { name: ticket.copied })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(words.replaceAll(" ", " · "))).toBeVisible();
  await expect(page.getByText(`/en/at/${vidzeme.slug}/ticket`)).toBeVisible();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("words without an end, in Arabic and full of signs stay inside a small screen and stay words", async ({ phone }) => {
  const page = await phone();
  const words = `${"Donaudampfschifffahrt".repeat(12)} مرحبا بالعالم <script>document.title = "planted"</script> {name} ⟦`;
  await sayIdea(page, here, { what: words, forWhom: words, weHave: words });
  await expect(page.getByText(words)).toHaveCount(3);
  await expect(page).not.toHaveTitle("planted");
  await fits(page);
});

test("the page of a network tells who they are, when they meet, how they treat each other and who sees what", async ({ phone }) => {
  for (const language of languages) {
    const page = await phone();
    const said = catalogue(language).network;
    const place = { ...here, language };
    const texts = ozolmuiza.texts.find((text) => text.language === language);
    await page.goto(networkPage(place));
    for (const title of [said.weAre, said.meetTitle, said.rulesTitle, said.seesTitle]) await expect(page.getByRole("heading", { name: title })).toBeVisible();
    for (const text of [texts?.welcome, texts?.houseRules, texts?.whoSees]) await expect(page.getByText(text?.split("\n")[0] ?? "no such text")).toBeVisible();
    await expect(page.getByRole("region", { name: said.meetTitle }).getByText(/\d\d:\d\d|\d{1,2}:\d\d/)).toBeVisible();
    await page.getByRole("link", { name: said.poster }).click();
    await expect(page.getByText("K7M-4PX")).toBeVisible();
    await expect(page.getByRole("img", { name: new RegExp(ozolmuiza.name) })).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByText("K7M-4PX")).toBeVisible();
  }
});

test("an idea can be said with the keyboard alone, and one always sees where one is", async ({ phone }) => {
  const page = await phone();
  const words = unlike("Baltā galdauta svētki");
  await page.goto(networkPage(here));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: product.skip })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await reach(page, page.getByRole("link", { name: network.propose }));
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1, name: propose.what })).toBeVisible();
  await reach(page, page.getByRole("button", next));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: forms.problem })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", what)).toBeFocused();
  await page.keyboard.type(words);
  await reach(page, page.getByRole("button", next));
  await page.keyboard.press("Space");

  await expect(page.getByRole("heading", { level: 1, name: propose.forWhom })).toBeVisible();
  await reach(page, page.getByRole("textbox", { name: propose.forWhomLabel }));
  await page.keyboard.type("visiem");
  await reach(page, page.getByRole("button", next));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: propose.weHave })).toBeVisible();
  await reach(page, page.getByRole("button", { name: propose.send }));
  await page.keyboard.press("Enter");
  await wordsOn(page, here);
  await reach(page, page.getByRole("button", { name: ticket.copy }));
});

/** Tabs until the thing is reached; every stop on the way shows that it is one. */
async function reach(page: Page, thing: Locator): Promise<void> {
  for (let stops = 0; stops < 40; stops++) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const stop = document.activeElement;
      if (!stop || stop === document.body) return "3px solid";
      const { outlineStyle, outlineWidth } = getComputedStyle(stop);
      return `${outlineWidth} ${outlineStyle}`;
    });
    expect(outline).toMatch(/^[2-9]px solid/);
  }
  throw new Error(`40 stops of the Tab key did not lead to ${thing.toString()}`);
}
