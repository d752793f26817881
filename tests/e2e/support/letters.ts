import path from "node:path";
import type { Page } from "@playwright/test";
import { lettersIn, type Letter } from "#lib/mail/deliver.ts";
import { catalogue, expect } from "./story.ts";

const { signIn } = catalogue("en");

/** Where the stories' product lays its letters: none leaves the computer. */
export const letterBox = path.resolve(".data", "mail", "stories");

export type Way = { link: string; digits: string };

/** The newest letter to this address since that moment; waits until it is there. */
export async function letterTo(address: string, since: number, folder = letterBox): Promise<Letter> {
  const seen: { letter?: Letter } = {};
  await expect.poll(async () => {
    seen.letter = (await lettersSince(since, folder)).find(({ to }) => to === address);
    return seen.letter?.subject ?? `no letter to ${address}`;
  }, { timeout: 20_000 }).not.toBe(`no letter to ${address}`);
  return seen.letter ?? { to: address, subject: "", text: "" };
}

/** To whom letters went since that moment. */
export async function receiversSince(since: number, folder = letterBox): Promise<string[]> {
  return (await lettersSince(since, folder)).map(({ to }) => to);
}

/** Types an address at the sign-in page; ends where the letter is waited for. */
export async function askFor(page: Page, address: string): Promise<number> {
  const since = Date.now();
  await page.goto("/en/sign-in");
  await page.getByRole("textbox", { name: signIn.email }).fill(address);
  await page.getByRole("button", { name: signIn.ask }).click();
  await expect(page.getByRole("heading", { level: 1, name: signIn.sentTitle })).toBeVisible();
  return since;
}

/** Asks for a letter and reads it: its link and its six digits. */
export async function wayIn(page: Page, address: string, folder = letterBox): Promise<Way> {
  return wayOf(await letterTo(address, await askFor(page, address), folder));
}

export function wayOf({ text }: Letter): Way {
  const [link = ""] = /https?:\/\/\S+\/sign-in\/letter\?letter=\S+/.exec(text) ?? [];
  const [digits = ""] = /^\d{3} ?\d{3}$/m.exec(text) ?? [];
  expect(link, "the letter has a link").not.toBe("");
  expect(digits, "the letter has six digits").not.toBe("");
  return { link, digits };
}

/** Comes in by a letter in the browser that asked for it. */
export async function comeInByLetter(page: Page, address: string, folder = letterBox): Promise<void> {
  const { link } = await wayIn(page, address, folder);
  await page.goto(link);
  await page.getByRole("button", { name: signIn.comeIn }).click();
  await expect(page).not.toHaveURL(/\/sign-in\//);
}

async function lettersSince(since: number, folder: string) {
  // Files and browser share a clock; the name tells it in milliseconds.
  return (await lettersIn(folder, 50)).filter(({ name }) => Number(name.slice(0, 14)) >= since);
}
