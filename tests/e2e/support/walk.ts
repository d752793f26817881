import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { world, type NetworkInWorld, type ProviderInWorld } from "#prisma/world.ts";
import { catalogue, expect, fits } from "./story.ts";

const [vidzeme, dithmarschen] = world as [ProviderInWorld, ProviderInWorld];
const [ozolmuiza] = vidzeme.networks as [NetworkInWorld];
const [norderwisch] = dithmarschen.networks as [NetworkInWorld];
export { dithmarschen, norderwisch, ozolmuiza, vidzeme };

export type Place = { provider: ProviderInWorld; network: NetworkInWorld; language: string };

/** Where the stories of a language play. */
export const placeIn = (language: string): Place => (language === "de" ? { provider: dithmarschen, network: norderwisch, language } : { provider: vidzeme, network: ozolmuiza, language });

export const home = ({ provider, language }: Place) => `/${language}/at/${provider.slug}`;
export const networkPage = (place: Place) => `${home(place)}/networks/${place.network.slug}`;

/** Words that no other story uses. */
export const unlike = (words: string) => `${words} (${randomUUID().slice(0, 8)})`;

export type Idea = { what: string; forWhom?: string; weHave?: string };

/** The first step: what? Ends at the second. */
export async function sayWhat(page: Page, place: Place, what: string): Promise<void> {
  const { propose } = catalogue(place.language);
  await page.goto(`${networkPage(place)}/propose`);
  await page.getByRole("textbox", { name: propose.whatLabel, exact: true }).fill(what);
  await next(page, place, propose.forWhom);
}

/** The second step: for whom? Ends at the third. */
export async function sayForWhom(page: Page, place: Place, forWhom = ""): Promise<void> {
  const { propose } = catalogue(place.language);
  await page.getByRole("textbox", { name: propose.forWhomLabel }).fill(forWhom);
  await next(page, place, propose.weHave);
}

/** From the first step to the three words; answers the words and the address of the answer. */
export async function sayIdea(page: Page, place: Place, { what, forWhom, weHave = "" }: Idea): Promise<{ words: string; id: string }> {
  const { propose } = catalogue(place.language);
  await sayWhat(page, place, what);
  await sayForWhom(page, place, forWhom);
  await page.getByRole("textbox", { name: propose.weHaveLabel }).fill(weHave);
  await page.getByRole("button", { name: propose.send }).click();
  return { words: await wordsOn(page, place), id: idOf(page) };
}

/** The three words and two digits that a page shows. */
export async function wordsOn(page: Page, { language }: { language: string }): Promise<string> {
  const card = page.getByRole("region", { name: catalogue(language).ticket.keepTitle });
  await expect(card).toBeVisible();
  const words = (await card.getByText(/^\p{L}+ · \p{L}+ · \p{L}+ · \d\d$/u).innerText()).replaceAll(" · ", " ");
  expect(words).toMatch(/^\p{L}+ \p{L}+ \p{L}+ \d\d$/u);
  await fits(page);
  return words;
}

/** Types three words into a phone; ends where it leads. */
export async function openTicket(page: Page, place: Place, words: string): Promise<void> {
  const { ticket } = catalogue(place.language);
  await page.goto(`${home(place)}/ticket`);
  await page.getByRole("textbox", { name: ticket.wordsLabel }).fill(words);
  await page.getByRole("button", { name: ticket.open }).click();
}

export const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

async function next(page: Page, { language }: Place, question: string): Promise<void> {
  await fits(page);
  await page.getByRole("button", { name: catalogue(language).propose.next, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
}
