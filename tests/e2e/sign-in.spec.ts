/** People with accounts come in by a letter: no password, no trap for programs that look through mail, and every session can be ended. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { newColleague } from "./support/colleague.ts";
import { askFor, comeInByLetter, letterTo, receiversSince, wayIn, wayOf } from "./support/letters.ts";
import { rows } from "./support/rows.ts";
import { catalogue, expect, fits, readAll, test } from "./support/story.ts";
import { dithmarschen, home, placeIn, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { account, fields, nav, refusals, signIn, today } = catalogue("en");
const desk = { viewport: { width: 1280, height: 800 } };
const android = { viewport: { width: 360, height: 740 }, userAgent: "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0" };
const press = { name: signIn.comeIn };
const digitsField = { name: signIn.digits };

test("the letter's page does nothing until its button is pressed: scanners, previews and scripts use nothing up, then the button works once", async ({ phone, browser }) => {
  const { email, name } = await newColleague("Baiba", ["staff"]);
  const page = await phone(android);
  const { link } = await wayIn(page, email);

  const scanner = (await browser.newContext()).request; // a mail program's machine: no cookies, no patience
  expect((await scanner.head(link)).status()).toBe(200);
  for (const headers of [{}, { "Sec-Purpose": "prefetch;prerender", Purpose: "prefetch" }, { "User-Agent": "LinkScanner/1.0" }]) expect((await scanner.get(link, { headers: headers as Record<string, string> })).status()).toBe(200);
  const preview = await phone(desk); // one that runs the page's scripts
  await preview.goto(link, { waitUntil: "networkidle" });
  await expect(preview.getByRole("heading", { level: 1, name: signIn.elsewhere })).toBeVisible();
  const [second, third] = [await page.context().newPage(), await page.context().newPage()];
  for (const tab of [page, second, third]) {
    await tab.goto(link);
    await expect(tab.getByRole("heading", { level: 1, name: signIn.ready })).toBeVisible();
    await fits(tab);
  }

  await page.getByRole("button", press).click();
  await expect(page.getByRole("heading", { level: 1, name: today.hello.replace("{name}", name) })).toBeVisible();
  await second.getByRole("button", press).click();
  await expect(second.getByRole("alert").getByText(refusals.letterOver)).toBeVisible();
  await third.reload();
  await expect(third.getByRole("heading", { level: 1, name: signIn.overTitle })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 }), "and who is in stays in").toHaveText(today.hello.replace("{name}", name));
});

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`in another browser than the one that asked, the link wants the six digits of the letter ${how} JavaScript`, async ({ phone }) => {
    const { email, name } = await newColleague("Dzintra", ["staff"]);
    const { link, digits } = await wayIn(await phone({ ...desk, javaScriptEnabled: script }), email);
    const other = await phone({ ...android, javaScriptEnabled: script });
    await other.goto(link);
    await expect(other.getByText(signIn.elsewhereText)).toBeVisible();
    await other.getByRole("button", press).click();
    await expect(other.getByRole("alert").getByText(fields.digitsMissing)).toBeVisible();
    await other.getByRole("textbox", digitsField).fill("12345");
    await other.getByRole("button", press).click();
    await expect(other.getByRole("alert").getByText(fields.digitsWrong)).toBeVisible();
    await other.getByRole("textbox", digitsField).fill(unlikeDigits(digits));
    await other.getByRole("button", press).click();
    await expect(other.getByRole("alert").getByText(refusals.digitsNotThese)).toBeVisible();
    await fits(other);
    await other.getByRole("textbox", digitsField).fill(digits);
    await other.getByRole("button", press).click();
    await expect(other.getByRole("heading", { level: 1, name: today.hello.replace("{name}", name) })).toBeVisible();
  });

  test(`a letter read on the phone: its digits are typed at the PC that asked ${how} JavaScript`, async ({ phone }) => {
    const { email, name } = await newColleague("Inese", ["leader"]);
    const page = await phone({ ...desk, javaScriptEnabled: script });
    const { digits } = await wayIn(page, email);
    await page.getByRole("textbox", digitsField).fill(digits.replace(" ", ""));
    await page.getByRole("button", press).click();
    await expect(page.getByRole("heading", { level: 1, name: today.hello.replace("{name}", name) })).toBeVisible();
  });
}

test("an unknown address gets the same page as a known one, and no letter", async ({ phone }) => {
  const { email } = await newColleague("Kristīne", ["staff"]);
  const nobody = email.replace("@", ".nobody@");
  const page = await phone();
  const began = await askFor(page, nobody);
  const unknown = await readAll(page);
  await fits(page);
  const since = await askFor(page, email);
  expect(await readAll(page)).toBe(unknown);
  await letterTo(email, since); // sent after the other was looked at
  expect(await receiversSince(began)).not.toContain(nobody);

  await page.goto("/en/sign-in");
  await page.getByRole("textbox", { name: signIn.email }).fill("anna at home");
  await page.getByRole("button", { name: signIn.ask }).click();
  await expect(page.getByRole("alert").getByText(fields.emailWrong)).toBeVisible();
  await expect(page.getByRole("textbox", { name: signIn.email })).toHaveValue("anna at home");
});

test("a letter older than ten minutes opens nothing, nor does one after five wrong guesses; both say where a new one is", async ({ phone }) => {
  const { email, person } = await newColleague("Sarmīte", ["staff"]);
  const page = await phone();
  const { link } = await wayIn(page, email);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: signIn.ready })).toBeVisible();
  await rows(vidzeme, "update auth.sign_ins set expires_at = moment() - interval '1 second' where person_id = $1", [person]);
  await page.getByRole("button", press).click();
  await expect(page.getByRole("alert").getByText(refusals.letterOver)).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: signIn.overTitle })).toBeVisible();
  await page.getByRole("link", { name: signIn.again }).click();
  await expect(page.getByRole("textbox", { name: signIn.email })).toBeVisible();

  const second = await wayIn(page, email);
  const guesser = await phone(desk);
  await guesser.goto(second.link);
  for (let guess = 1; guess <= 6; guess += 1) {
    await guesser.getByRole("textbox", digitsField).fill(unlikeDigits(second.digits));
    await guesser.getByRole("button", press).click();
    await expect(guesser.getByRole("alert").getByText(guess <= 5 ? refusals.digitsNotThese : refusals.letterOver), `guess ${guess}`).toBeVisible();
    await expect(guesser.getByRole("textbox", digitsField)).toBeEnabled();
  }
  await guesser.getByRole("textbox", digitsField).fill(second.digits);
  await guesser.getByRole("button", press).click();
  await expect(guesser.getByRole("alert").getByText(refusals.letterOver), "not even with the right ones").toBeVisible();
});

test("somebody sees where they are signed in and ends it: the other browser is out at its next request", async ({ phone }) => {
  const { email } = await newColleague("Vita", ["staff"]);
  const [mobile, pc] = [await phone(android), await phone(desk)];
  for (const page of [mobile, pc]) await comeInByLetter(page, email);
  await pc.goto("/en/account");
  await expect(pc.getByText(email, { exact: true })).toBeVisible();
  const sessions = pc.getByRole("list", { name: account.sessionsTitle }).getByRole("listitem");
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: account.this })).toHaveCount(1);
  const lost = sessions.filter({ hasText: account.device.replace("{browser}", "Firefox").replace("{system}", "Android") });
  await lost.getByRole("button").click();
  await expect(pc.getByText(account.ended)).toBeVisible();
  await expect(sessions).toHaveCount(1);
  await isOut(mobile);

  await comeInByLetter(mobile, email);
  await mobile.goto("/en/account");
  await fits(mobile);
  await mobile.getByRole("button", { name: account.endOthers }).click();
  await expect(mobile.getByText(account.ended)).toBeVisible();
  await isOut(pc);

  const cookies = await mobile.context().cookies();
  await mobile.getByRole("button", { name: account.signOut }).click();
  await expect(mobile).toHaveURL(/\/en\/sign-in/);
  await mobile.context().addCookies(cookies);
  await isOut(mobile);
});

test("an invitation from a second place waits in the account until it is answered; then who works at two places chooses where to go", async ({ phone }) => {
  const { email, person, name } = await newColleague("Olga", ["staff"]);
  const member = randomUUID();
  await rows(dithmarschen, "insert into members (id, name, email) values ($1, $2, $3)", [member, name, email]);
  await rows(dithmarschen, "insert into auth.memberships (id, person_id, provider_id, member_id, role) values (gen_random_uuid(), $1, $2, $3, 'leader')", [person, dithmarschen.id, member]);
  await rows(vidzeme, "update auth.memberships set joined_at = moment() where person_id = $1 and provider_id = $2", [person, vidzeme.id]);
  const page = await phone(android);
  await page.goto(home(here));
  await page.getByRole("link", { name: nav.signIn }).click();
  await comeInByLetter(page, email);
  await expect(page, "asked nothing, as long as there is one").toHaveURL(/\/at\/vidzeme\/today$/);
  await page.goto("/en/account");
  await expect(page.getByText(account.invited, { exact: true })).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: account.accept.replace("{place}", dithmarschen.name) }).click();
  await expect(page).toHaveURL(/\/at\/dithmarschen\/today$/);
  await comeInByLetter(page, email);
  const places = page.getByRole("list", { name: account.placesTitle });
  await expect(places.getByRole("listitem").filter({ hasText: vidzeme.name }).getByText(nav.staff)).toBeVisible();
  await fits(page);
  await places.getByRole("link", { name: dithmarschen.name }).click();
  await expect(page).toHaveURL(/\/at\/dithmarschen\/today$/);
  await page.getByRole("link", { name: new RegExp(`^${name} · ${nav.leader}`) }).click();
  await expect(page.getByRole("heading", { level: 1, name: account.headline })).toBeVisible();
});

test("a page of one's own account is a friendly way in for who is not signed in, and a letter's page without a letter too", async ({ phone }) => {
  const page = await phone();
  await page.goto("/en/account");
  await expect(page.getByRole("heading", { level: 1, name: account.away })).toBeVisible();
  await page.getByRole("link", { name: account.signIn }).click();
  await expect(page.getByRole("heading", { level: 1, name: signIn.headline })).toBeVisible();
  await page.goto("/en/sign-in/letter");
  await expect(page.getByRole("heading", { level: 1, name: signIn.nothing })).toBeVisible();
  for (const letter of ["x", `${randomUUID()}.${"a".repeat(43)}`, "%00", "a".repeat(5_000)]) {
    await page.goto(`/en/sign-in/letter?letter=${letter}`);
    await expect(page.getByRole("heading", { level: 1, name: signIn.overTitle })).toBeVisible();
  }
});

test("the whole way in by letter goes with the keyboard alone", async ({ phone }) => {
  const { email, name } = await newColleague("Rasma", ["staff"]);
  const page = await phone(desk);
  await page.goto("/en/sign-in");
  await page.getByRole("textbox", { name: signIn.email }).focus();
  const since = Date.now();
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: signIn.sentTitle })).toBeVisible();
  const { digits } = wayOf(await letterTo(email, since));
  await page.getByRole("textbox", digitsField).focus();
  await page.keyboard.type(digits);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: today.hello.replace("{name}", name) })).toBeVisible();
});

async function isOut(page: Page): Promise<void> {
  expect((await page.goto(`${home(here)}/today`))?.status()).toBe(404);
}

/** Six digits that are not these. */
const unlikeDigits = (digits: string) => digits.replace(" ", "").replace(/\d$/, (last) => String((Number(last) + 1) % 10));
