/** Who leads sees numbers. */
import { catalogue, expect, readAll, test } from "./support/story.ts";
import { home, ozolmuiza, placeIn, sayIdea, unlike } from "./support/walk.ts";

const here = placeIn("en");
const { today } = catalogue("en");

test("Māris, who leads, sees how many wait, and nobody's words", async ({ phone, as }) => {
  const words = unlike("Tikai Ilzei");
  const { id } = await sayIdea(await phone(), here, { what: words });
  const page = await as("maris");
  await page.goto(`${home(here)}/today`);
  await expect(page.getByRole("region", { name: today.countTitle }).getByText(/^\d+ ideas wait for an answer\.$/)).toBeVisible();
  await expect(page.getByText(today.countNote)).toBeVisible();
  const read = await readAll(page);
  for (const { what } of [...ozolmuiza.ideas, { what: words }]) expect(read).not.toContain(what.slice(0, 30));
  for (const address of [`ideas/${id}`, `ticket/${id}`, "groups", `networks/${ozolmuiza.slug}/propose`]) expect((await page.goto(`${home(here)}/${address}`))?.status(), address).toBe(404);
});
