/** Days on which a machine fails: each of these stories has a product and a database of its own. */
import pg from "pg";
import { comeInAs } from "#tests/support/browser.ts";
import { ideasSaying } from "./support/rows.ts";
import { expect, test } from "./support/product.ts";
import { catalogue } from "./support/story.ts";
import { home, networkPage, openTicket, placeIn, sayForWhom, sayIdea, sayWhat, unlike, vidzeme, wordsOn } from "./support/walk.ts";

const here = placeIn("en");
const { forms, propose, refusals } = catalogue("en");
const send = { name: propose.send };
const weHave = { name: propose.weHaveLabel };

test("the demonstration's door is not there on an address that others can reach", async ({ product, request }) => {
  const origin = "https://sempre.example";
  const { address } = await product({ origin });
  expect((await request.get(`${address}/en`)).status()).toBe(200);
  expect((await request.get(`${address}/demo`)).status()).toBe(404);
  const knocked = await request.post(`${address}/api/deeds/come-in`, { data: { cast: "ilze", language: "en" }, headers: { Origin: origin } });
  expect(knocked.status()).toBe(404);
  expect(knocked.headers()).not.toHaveProperty("set-cookie");

  const draft = { provider: "vidzeme", language: "en", network: here.network.slug, step: "what", id: "01900000-0000-7000-8000-00000000beef", what: "A bench" };
  const kept = await request.post(`${address}/api/deeds/keep-draft`, { data: draft, headers: { Origin: origin } });
  expect(kept.headers()["set-cookie"]).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; .*Secure; HttpOnly; SameSite=lax$/i);
});

test("the demonstration's door is not there on a database that the demonstration did not make", async ({ product, request }) => {
  const { address } = await product({ seeded: false });
  expect((await request.get(`${address}/demo`)).status()).toBe(404);
  const knocked = await request.post(`${address}/api/deeds/come-in`, { data: { cast: "ilze", language: "en" }, headers: { Origin: address } });
  expect(knocked.status()).toBe(404);
  expect(await (await request.get(`${address}/en`)).text()).toContain(catalogue("en").landing.noPlacesTitle);
});

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`the database goes away while an idea is sent ${how} JavaScript: nothing is lost, and the same button works again`, async ({ product, phone, request }) => {
    const { address, ownerUrl, line } = await product();
    const page = await phone({ baseURL: address, javaScriptEnabled: script });
    const words = unlike("Aka ciema vidū");
    await sayWhat(page, here, words);
    await sayForWhom(page, here, "visiem");
    await page.getByRole("textbox", weHave).fill("smilts un divas lāpstas");
    await line.cut();
    await page.getByRole("button", send).click();
    await expect(page.getByRole("alert").getByText(refusals.tryAgain)).toBeVisible();
    await expect(page.getByRole("textbox", weHave)).toHaveValue("smilts un divas lāpstas");
    expect((await request.get(`${address}/healthz`)).status()).toBe(200);
    expect((await request.get(`${address}/readyz`)).status()).toBe(503);

    await line.mend();
    await expect.poll(async () => (await request.get(`${address}/readyz`)).status()).toBe(200);
    await page.getByRole("button", send).click();
    await wordsOn(page, here);
    for (const said of [words, "visiem", "smilts un divas lāpstas"]) await expect(page.getByText(said)).toBeVisible();
    expect(await ideasSaying(vidzeme, words, ownerUrl)).toBe(1);
  });

  test(`a form opened before the product was started anew still works ${how} JavaScript`, async ({ product, phone }) => {
    const { address, start, stop } = await product();
    const page = await phone({ baseURL: address, javaScriptEnabled: script });
    const words = unlike("Ledus rinks");
    await page.goto(`${networkPage(here)}/propose`);
    await page.getByRole("textbox", { name: propose.whatLabel, exact: true }).fill(words);
    expect(await stop()).toBe(0);
    await start();
    await page.getByRole("button", { name: propose.next, exact: true }).click();
    await sayForWhom(page, here);
    await page.getByRole("button", send).click();
    const kept = await wordsOn(page, here);
    const other = await phone({ baseURL: address, javaScriptEnabled: script });
    await openTicket(other, here, kept);
    await expect(other.getByText(words)).toBeVisible();
  });
}

test("the database goes away while staff log an activity and an administrator invites without JavaScript: nothing is lost, and the same buttons work again", async ({ product, phone }) => {
  const { address, line } = await product();
  const { diary, people, today } = catalogue("en");
  const at = { baseURL: address, javaScriptEnabled: false, viewport: { width: 360, height: 740 } };
  const [ilze, liene] = [await phone(at), await phone(at)];
  await comeInAs(ilze, "ilze");
  await comeInAs(liene, "liene");
  await ilze.goto(`${home(here)}/today`);
  await ilze.getByRole("link", { name: new RegExp(`^${today.logActivity}: `) }).first().click();
  const [words, name] = [unlike("Autobuss gaidīja"), unlike("Dace")];
  await ilze.getByRole("textbox", { name: diary.what, exact: true }).fill(words);
  await ilze.getByRole("textbox", { name: diary.regulars, exact: true }).fill("9");
  await liene.goto(`${home(here)}/people`);
  await liene.getByRole("textbox", { name: people.name }).fill(name);
  await liene.getByRole("textbox", { name: people.email }).fill("dace@vidzeme.example.org");
  await liene.getByRole("checkbox", { name: people.roles.leader }).check();
  await line.cut();
  const [log, invite] = [ilze.getByRole("button", { name: diary.log, exact: true }), liene.getByRole("button", { name: people.invite })];
  await log.click();
  await invite.click();
  for (const page of [ilze, liene]) await expect(page.getByRole("alert").getByText(refusals.tryAgain)).toBeVisible();
  await expect(ilze.getByRole("textbox", { name: diary.what, exact: true })).toHaveValue(words);
  await expect(ilze.getByRole("textbox", { name: diary.regulars, exact: true })).toHaveValue("9");
  await expect(liene.getByRole("textbox", { name: people.name })).toHaveValue(name);
  await expect(liene.getByRole("checkbox", { name: people.roles.leader })).toBeChecked();

  await line.mend();
  await expect.poll(async () => (await ilze.request.get("/readyz")).status()).toBe(200);
  await log.click();
  await expect(ilze.getByRole("status").getByText(words)).toBeVisible();
  await invite.click();
  await expect(liene.getByRole("list", { name: people.listTitle }).getByText("dace@vidzeme.example.org")).toBeVisible();
});

test("no connection at all: the text stays, and the button works when it is back", async ({ phone }) => {
  const page = await phone();
  const words = unlike("Telefona kabīne");
  await sayWhat(page, here, words);
  await page.getByRole("textbox", { name: propose.forWhomLabel }).fill("visiem");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: propose.next, exact: true }).click();
  await expect(page.getByRole("alert").getByText(forms.unreachable)).toBeVisible();
  await expect(page.getByRole("textbox", { name: propose.forWhomLabel })).toHaveValue("visiem");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: propose.next, exact: true }).click();
  await page.getByRole("button", send).click();
  await wordsOn(page, here);
});

test("asked to stop, the product first answers who is waiting", async ({ product, phone, request }) => {
  const { address, ownerUrl, stop } = await product();
  const page = await phone({ baseURL: address });
  await sayIdea(page, here, { what: unlike("Vispirms viena") });
  const words = unlike("Un tad vēl viena");
  await sayWhat(page, here, words);
  await sayForWhom(page, here);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("begin");
  await owner.query("lock table ideas in exclusive mode");
  await page.getByRole("button", send).click();
  await expect.poll(async () => (await owner.query("select from pg_locks where relation = 'ideas'::regclass and not granted")).rowCount).toBe(1);

  const ended = stop();
  await expect.poll(() => request.get(`${address}/healthz`).then(() => "answers", () => "takes nobody new"), { intervals: [50] }).toBe("takes nobody new");
  await owner.query("commit");
  await owner.end();
  expect(await ended).toBe(0);
  expect(await ideasSaying(vidzeme, words, ownerUrl)).toBe(1);
});
