/** What goes wrong on a shared phone in a village: breaks, lost sessions, hasty thumbs, somebody looking over the shoulder. */
import { ideasSaying } from "./support/rows.ts";
import { catalogue, expect, readAll, test } from "./support/story.ts";
import { home, networkPage, placeIn, sayForWhom, sayIdea, sayWhat, unlike, vidzeme, wordsOn } from "./support/walk.ts";

const here = placeIn("en");
const { network, propose, provider, product, nav } = catalogue("en");
const send = { name: propose.send };
const next = { name: propose.next, exact: true };
const what = { name: propose.whatLabel, exact: true };

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`an unfinished idea survives a break ${how} JavaScript, and goes on at the step it was at`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    const words = unlike("Siltumnīca skolas pagalmā");
    await sayWhat(page, here, words);
    await page.reload();
    await expect(page.getByText(words)).toBeVisible();

    await page.goto(networkPage(here));
    await page.getByRole("link", { name: network.continue }).click();
    await expect(page.getByRole("heading", { level: 1, name: propose.forWhom }), "the second step was not answered yet").toBeVisible();
    await expect(page.getByText(words)).toBeVisible();

    await page.getByRole("link", { name: propose.change }).click();
    await expect(page.getByRole("textbox", what)).toHaveValue(words);
    await page.getByRole("textbox", what).fill(`${words}!`);
    await page.getByRole("button", next).click();
    await sayForWhom(page, here, "skolai");
    await page.getByRole("button", send).click();
    await wordsOn(page, here);
    await expect(page.getByText(`${words}!`)).toBeVisible();
    expect(await ideasSaying(vidzeme, words)).toBe(0);
  });

  test(`an idea sent once more from a form left open ${how} JavaScript is one idea with the same words`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    const words = unlike("Riteņu darbnīca");
    await sayWhat(page, here, words);
    await sayForWhom(page, here);
    const leftOpen = await page.context().newPage();
    await leftOpen.goto(page.url());
    await page.getByRole("button", send).click();
    const first = await wordsOn(page, here);
    await leftOpen.getByRole("button", send).click();
    expect(await wordsOn(leftOpen, here)).toBe(first);
    expect(await ideasSaying(vidzeme, words)).toBe(1);
  });

  test(`Back from the three words does not say that the idea is gone ${how} JavaScript: it was sent`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    const first = await sayIdea(page, here, { what: unlike("Upes tīrīšana") });
    await page.goBack();
    await page.reload(); // whatever was still on the screen, this is what the product says now
    expect(await wordsOn(page, here)).toBe(first.words);
    await expect(page.getByText(propose.gone.slice(0, 30))).toBeHidden();
  });

  test(`a session that ends in the middle loses no words ${how} JavaScript`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    const words = unlike("Ziemā izbraukāt garāžas");
    await sayWhat(page, here, words);
    await page.context().clearCookies();
    await sayForWhom(page, here, "tiem, kas nestaigā");
    await page.context().clearCookies();
    await page.getByRole("button", send).click();
    await wordsOn(page, here);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText("tiem, kas nestaigā")).toBeVisible();
    expect(await ideasSaying(vidzeme, words)).toBe(1);
  });

  test(`an idea whose beginning was cleared can be written again on the same page ${how} JavaScript`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    const words = unlike("Kino bibliotēkā");
    await sayWhat(page, here, "something else");
    await page.context().clearCookies();
    await page.reload();
    await expect(page.getByText(propose.gone.slice(0, 30))).toBeVisible();
    await page.getByRole("textbox", what).fill(words);
    await sayForWhom(page, here);
    await page.getByRole("button", send).click();
    await wordsOn(page, here);
    await expect(page.getByText(words)).toBeVisible();
  });

  test(`finish and clear leaves nothing on a shared phone ${how} JavaScript`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    const words = unlike("Vārdi, ko neviens cits nedrīkst lasīt");
    const kept = await sayIdea(page, here, { what: words });
    await page.getByRole("button", { name: nav.finish }).click();
    await expect(page.getByText(provider.cleared)).toBeVisible();
    expect((await page.context().cookies()).map(({ value }) => value).join("")).toBe("");
    expect(await page.evaluate(() => window.sessionStorage.length)).toBe(0);
    for (let back = 0; back < 5; back++) {
      await page.goBack();
      expect(await readAll(page)).not.toContain(words);
      expect(await readAll(page)).not.toContain(kept.words.split(" ").join(" · "));
    }
    expect((await page.request.get(`/en/at/vidzeme/ticket/${kept.id}`)).status()).toBe(404);
  });
}

test("what was typed and not yet sent survives a reload and a closed lid", async ({ phone }) => {
  const page = await phone();
  const words = unlike("Kopīga zāles pļāvēja");
  await page.goto(`${networkPage(here)}/propose`);
  await page.getByRole("textbox", what).pressSequentially(words);
  await page.reload();
  await expect(page.getByRole("textbox", what)).toHaveValue(words);
  await page.getByRole("button", next).click();
  await page.getByRole("textbox", { name: propose.forWhomLabel }).pressSequentially("mums visiem");
  await page.reload();
  await expect(page.getByRole("textbox", { name: propose.forWhomLabel })).toHaveValue("mums visiem");
});

test("a button pressed twice and a form that the network sends twice make one idea", async ({ phone }) => {
  const hasty = await phone();
  const words = unlike("Āra trenažieri");
  await sayWhat(hasty, here, words);
  await sayForWhom(hasty, here);
  await hasty.getByRole("button", send).dblclick();
  await wordsOn(hasty, here);
  expect(await ideasSaying(vidzeme, words)).toBe(1);

  const doubled = await phone({ javaScriptEnabled: false });
  const again = unlike("Šaha klubs");
  await sayWhat(doubled, here, again);
  await sayForWhom(doubled, here);
  const form = await doubled.locator("form", { has: doubled.getByRole("button", send) }).evaluate((element) => Object.fromEntries([...new FormData(element as HTMLFormElement)] as [string, string][]));
  const post = () => doubled.request.post(doubled.url(), { multipart: form, headers: { Origin: new URL(doubled.url()).origin }, maxRedirects: 0 });
  const answers = await Promise.all([post(), post(), post()]);
  expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
  expect(await ideasSaying(vidzeme, again)).toBe(1);
});

test("the quick way out shows something harmless at once, and Back does not lead here", async ({ phone }) => {
  for (const leave of ["press", "escape"] as const) {
    const page = await phone();
    await page.route("https://www.wikipedia.org/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>Elsewhere" }));
    await page.goto("/healthz");
    await page.goto(`${networkPage(here)}/propose`);
    await page.getByRole("textbox", what).pressSequentially("he must not see this");
    if (leave === "press") await page.getByRole("link", { name: product.leave }).click();
    else for (let twice = 0; twice < 2; twice++) await page.keyboard.press("Escape");
    await expect(page).toHaveURL("https://www.wikipedia.org/");
    await page.goBack();
    await expect(page).toHaveURL("/healthz");
    await page.goto(`${networkPage(here)}/propose`);
    await expect(page.getByRole("textbox", what)).toHaveValue("");
  }
});

test("without JavaScript the quick way out is a link that tells nobody where one came from", async ({ phone }) => {
  const page = await phone({ javaScriptEnabled: false });
  await page.goto(networkPage(here));
  await expect(page.getByRole("link", { name: product.leave })).toHaveAttribute("href", /^https:\/\/www\.wikipedia\.org\//);
  await expect(page.getByRole("link", { name: product.leave })).toHaveAttribute("rel", "noreferrer");
});

test("somebody else's idea, one that never was and a slip of the pen are the same: not found", async ({ phone }) => {
  const author = await phone();
  const { id } = await sayIdea(author, here, { what: unlike("Mana") });
  const stranger = await phone();
  await sayIdea(stranger, here, { what: unlike("Cita") });
  const answers = [];
  for (const address of [id, "01900000-0000-7000-8000-00000000dead", "1", "%27%20or%20true", id.toUpperCase()]) {
    const answer = await stranger.goto(`${home(here)}/ticket/${address}`);
    answers.push(`${answer?.status()} ${await readAll(stranger)}`);
  }
  expect(new Set(answers)).toEqual(new Set([answers[0]]));
  expect(answers[0]).toContain("404");
});

test("the ticket's address is not a way in for another phone", async ({ phone }) => {
  const author = await phone();
  await sayIdea(author, here, { what: unlike("Tikai man") });
  const other = await phone();
  const answer = await other.goto(author.url());
  expect(answer?.status()).toBe(404);
});
