import { languages } from "#lib/language/languages.ts";
import { catalogue, expect, fits, readAll, test } from "./support/story.ts";
import { ideasSaying } from "./support/rows.ts";
import { home, idOf, networkPage, openTicket, ozolmuiza, placeIn, sayForWhom, sayIdea, sayWhat, unlike, vidzeme, wordsOn } from "./support/walk.ts";

const here = placeIn("en");
const { forms, fields, network, propose, provider, product, nav, refusals, ticket, idea } = catalogue("en");
const send = { name: propose.send };
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
      await expect(staff.getByRole("region", { name: idea.answerTitle }).getByText(answer)).toBeVisible();

      await other.reload();
      await expect(other.getByRole("heading", { level: 1, name: said.ticket.answered })).toBeVisible();
      await expect(other.getByRole("region", { name: said.ticket.answerTitle }).getByText(answer)).toBeVisible();
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

  test(`an idea sent, Back, and sent again ${how} JavaScript is one idea with the same words`, async ({ phone }) => {
    const page = await phone({ javaScriptEnabled: script });
    const words = unlike("Riteņu darbnīca");
    const first = await sayIdea(page, here, { what: words });
    await page.goBack();
    await page.getByRole("button", send).click();
    expect(await wordsOn(page, here)).toBe(first.words);
    expect(await ideasSaying(vidzeme, words)).toBe(1);
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

test("the ticket's address is not a way in for another phone", async ({ phone }) => {
  const author = await phone();
  await sayIdea(author, here, { what: unlike("Tikai man") });
  const other = await phone();
  const answer = await other.goto(author.url());
  expect(answer?.status()).toBe(404);
  expect(idOf(author)).toMatch(/^[0-9a-f-]{36}$/);
});
