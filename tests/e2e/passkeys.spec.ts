/** People with accounts come in with their own device: in a real browser, with an authenticator that Chromium plays. */
import type { Page } from "@playwright/test";
import { hasComeIn, newColleague } from "./support/colleague.ts";
import { letterTo } from "./support/letters.ts";
import { rows } from "./support/rows.ts";
import { catalogue, expect, fits, small, test } from "./support/story.ts";
import { vidzeme } from "./support/walk.ts";

const { account, passkey, refusals, signIn, today } = catalogue("en");
const pressed = { name: passkey.signIn };

test("somebody adds their device, is told by a letter, comes in with it by the keyboard alone, and removes it: then it opens nothing", async ({ phone }) => {
  test.slow();
  const ieva = await newColleague("Ieva", ["staff"]);
  const { email, name } = ieva;
  const page = await phone();
  await hasComeIn(page, ieva);
  const own = await withDevice(page);
  const since = Date.now();
  await page.goto("/en/account");
  const ways = page.getByRole("region", { name: account.waysTitle });
  await expect(ways.getByText(account.noPasskeys)).toBeVisible();
  await fits(page);
  await ways.getByRole("button", { name: account.addPasskey }).click();
  await expect(page.getByText(account.passkeyAdded)).toBeVisible();
  await expect(ways.getByRole("listitem")).toHaveCount(1);
  await fits(page);
  expect((await letterTo(email, since)).text).toContain(name);
  await ways.getByRole("button", { name: account.addPasskey }).click();
  await expect(ways.getByRole("alert").getByText(passkey.brokenNew), "it is added already").toBeVisible();

  await page.getByRole("button", { name: account.signOut }).click();
  await expect(page.getByRole("heading", { level: 1, name: signIn.headline })).toBeVisible();
  await fits(page);
  const scripts = countingScripts(page);
  await page.getByRole("button", pressed).focus();
  expect(scripts(), "what asks the device is not sent before").toBe(0);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: today.hello.replace("{name}", name) })).toBeVisible();
  expect(scripts()).toBeGreaterThan(0);

  await page.goto("/en/account");
  await ways.getByRole("button", { name: account.remove }).click();
  await expect(page.getByText(account.passkeyRemoved)).toBeVisible();
  await page.getByRole("button", { name: account.signOut }).click();
  await page.getByRole("button", pressed).click();
  await expect(page.getByRole("alert").getByText(refusals.passkeyNot)).toBeVisible();
  await fits(page);
  await own.remove();
});

test("a device that does not make sure who holds it, or has nothing for us, says nothing; the letter stays", async ({ phone }) => {
  const page = await phone();
  await hasComeIn(page, await newColleague("Laima", ["staff"]));
  const own = await withDevice(page);
  await page.goto("/en/account");
  await page.getByRole("button", { name: account.addPasskey }).click();
  await expect(page.getByText(account.passkeyAdded)).toBeVisible();
  await own.holder(false);
  await page.goto("/en/sign-in");
  await page.getByRole("button", pressed).click();
  await expect(page.getByRole("alert").getByText(passkey.broken)).toBeVisible();
  await fits(page);
  await expect(page.getByRole("textbox", { name: signIn.email })).toBeVisible();
});

test("after fifteen minutes the account asks for a proof before it changes the ways in; the device itself proves it", async ({ phone }) => {
  const zenta = await newColleague("Zenta", ["staff"]);
  const page = await phone();
  await hasComeIn(page, zenta);
  await withDevice(page);
  await page.goto("/en/account");
  await page.getByRole("button", { name: account.addPasskey }).click();
  await expect(page.getByText(account.passkeyAdded)).toBeVisible();
  await rows(vidzeme, "update auth.sessions set proved_at = moment() - interval '15 minutes' where person_id = $1", [zenta.person]);
  await page.getByRole("button", { name: account.remove }).click();
  await expect(page.getByRole("alert").getByText(refusals.proveFirst)).toBeVisible();
  await page.goto("/en/account");
  await expect(page.getByRole("button", { name: account.remove })).toHaveCount(0);
  await page.getByRole("link", { name: account.proveFirst }).first().click();
  await page.getByRole("button", { name: catalogue("en").prove.passkey }).click();
  await expect(page).toHaveURL(/\/en\/account$/);
  await page.getByRole("button", { name: account.remove }).click();
  await expect(page.getByText(account.passkeyRemoved)).toBeVisible();
});

test("without JavaScript there is the letter alone, and the account says why", async ({ phone }) => {
  const page = await phone({ viewport: small, javaScriptEnabled: false });
  await page.goto("/en/sign-in");
  await expect(page.getByRole("textbox", { name: signIn.email })).toBeVisible();
  await expect(page.getByRole("button", pressed)).toHaveCount(0);
  await hasComeIn(page, await newColleague("Skaidrīte", ["staff"]));
  await page.goto("/en/account");
  await expect(page.getByText(account.noScript)).toBeVisible();
  await fits(page);
});

/** A device with a key in it, as Chromium plays one. */
async function withDevice(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  return {
    holder: (isUserVerified: boolean) => client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    remove: () => client.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }),
  };
}

/** How many scripts were sent from now on. */
function countingScripts(page: Page): () => number {
  const sent: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && sent.push(request.url()));
  return () => sent.length;
}
