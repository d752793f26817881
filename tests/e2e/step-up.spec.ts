/** A screen left open is not enough to change who may do what: one proves anew, and nothing that was typed is lost. */
import { hasComeIn, newColleague } from "./support/colleague.ts";
import { letterTo } from "./support/letters.ts";
import { catalogue, expect, fits, test } from "./support/story.ts";
import { home, placeIn, unlike } from "./support/walk.ts";

const here = placeIn("en");
const { people, prove, refusals, ways } = catalogue("en");

for (const script of [true, false]) {
  test(`an administrator whose proof is old proves it in another window by six digits, comes back to what she typed and presses again, ${script ? "with" : "without"} JavaScript`, async ({ phone }) => {
    test.slow();
    const gunta = await newColleague("Gunta", ["admin"]);
    const { email, person } = gunta;
    const page = await phone({ javaScriptEnabled: script });
    await hasComeIn(page, gunta, 15);
    await page.goto(`${home(here)}/people`);
    const invite = page.getByRole("region", { name: people.inviteTitle });
    const name = unlike("Biruta");
    await invite.getByRole("textbox", { name: people.name }).fill(name);
    await invite.getByRole("textbox", { name: people.email }).fill(`${person}@stories.example.org`);
    await invite.getByRole("checkbox", { name: people.roles.leader }).check();
    await invite.getByRole("button", { name: people.invite }).click();
    await expect(invite.getByRole("alert").getByText(refusals.proveFirst)).toBeVisible();
    await fits(page);

    const opened = page.context().waitForEvent("page");
    await invite.getByRole("link", { name: ways.prove }).click();
    const window = await opened;
    const since = Date.now();
    await fits(window);
    await window.getByRole("button", { name: prove.letter }).click();
    await expect(window.getByRole("heading", { level: 1, name: prove.sentTitle })).toBeVisible();
    await fits(window);
    const [digits = ""] = /^\d{3} \d{3}$/m.exec((await letterTo(email, since)).text) ?? [];
    await window.getByRole("textbox", { name: prove.digits }).fill("000 000");
    await window.getByRole("button", { name: prove.done }).click();
    await expect(window.getByRole("alert").getByText(refusals.proofNotThese)).toBeVisible();
    await window.getByRole("textbox", { name: prove.digits }).fill(digits);
    await window.getByRole("button", { name: prove.done }).click();
    await expect(window.getByRole("heading", { level: 1, name: prove.doneTitle })).toBeVisible();
    await fits(window);
    await window.close();

    await expect(invite.getByRole("textbox", { name: people.name })).toHaveValue(name);
    await expect(invite.getByRole("checkbox", { name: people.roles.leader })).toBeChecked();
    await invite.getByRole("button", { name: people.invite }).click();
    await expect(page.getByRole("list", { name: people.listTitle }).getByRole("listitem").filter({ hasText: name })).toBeVisible();
  });
}
