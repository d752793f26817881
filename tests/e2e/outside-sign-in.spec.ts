/** People with accounts come in through their organisation's own sign-in, where one is set up. */
import { openHouseKey, type HouseKey } from "#tests/support/house-key.ts";
import { expect, test } from "./support/product.ts";
import { catalogue, fits, small } from "./support/story.ts";
import { vidzeme } from "./support/walk.ts";

const { account, outside, signIn, today } = catalogue("en");
const named = (words: string) => words.replaceAll("{name}", "House key");
const button = { name: named(outside.button) };

test("who was invited comes in by one button, with and without JavaScript; who was not is told where else to go; and the account shows the connection", async ({ product, phone }) => {
  test.setTimeout(120_000);
  const [ilze] = vidzeme.members;
  const opened: { house?: HouseKey } = {};
  const { address } = await product({ environment: async (origin) => {
    const { issuer, secret } = (opened.house = await openHouseKey(origin));
    return { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "sempre", OIDC_CLIENT_SECRET: secret, OIDC_NAME: "House key" };
  } });
  const { house } = opened;
  if (!house) throw new Error("no sign-in outside");
  for (const script of [true, false]) {
    const page = await phone({ baseURL: address, viewport: small, javaScriptEnabled: script });
    house.desk.now = { sub: "ilze", email: ilze?.email, email_verified: true };
    await page.goto("/en/sign-in");
    await fits(page);
    await page.getByRole("button", button).click();
    await expect(page.getByRole("heading", { level: 1, name: today.hello.replace("{name}", String(ilze?.name)) })).toBeVisible();
    await page.goto("/en/account");
    await expect(page.getByRole("list", { name: named(account.outsideTitle) }).getByRole("listitem")).toHaveCount(1);
    await fits(page);
    await page.context().clearCookies();

    house.desk.now = { sub: `stranger ${script}`, email: "stranger@example.org", email_verified: true };
    await page.goto("/en/sign-in");
    await page.getByRole("button", button).click();
    await expect(page.getByRole("heading", { level: 1, name: outside.noTitle })).toBeVisible();
    await fits(page);
    await page.getByRole("link", { name: outside.again }).click();
    await expect(page.getByRole("heading", { level: 1, name: signIn.headline })).toBeVisible();
  }
  await house.stop();
});

test("where none is set up there is no button, and its addresses are not there", async ({ phone }) => {
  const page = await phone();
  await page.goto("/en/sign-in");
  await expect(page.getByRole("button", { name: /House key/ })).toHaveCount(0);
  for (const path of ["/en/sign-in/outside", "/api/sign-in/outside?code=x&state=y"]) expect((await page.goto(path))?.status(), path).toBe(404);
});
