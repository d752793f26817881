/** Staff find what waits, answer it, and write down what people say. */
import type { Locator, Page } from "@playwright/test";
import { comeInAs } from "#tests/support/browser.ts";
import { rows } from "./support/rows.ts";
import { catalogue, expect, fits, readAll, small, test } from "./support/story.ts";
import { dithmarschen, home, networkPage, openTicket, ozolmuiza, placeIn, sayIdea, unlike, vidzeme, wordsOn } from "./support/walk.ts";

const here = placeIn("en");
const { demo, fields, forms, idea, nav, network, propose, refusals, ticket, today } = catalogue("en");
const answering = { name: idea.answerLabel };

test("Ilze comes in by the demonstration's door, sees the oldest promise first with its clock, and answers", async ({ phone }) => {
  const page = await phone({ viewport: { width: 1280, height: 800 } });
  await page.goto("/demo");
  await page.getByRole("button", { name: demo.comeIn.replace("{name}", "Ilze") }).click();
  await expect(page.getByRole("heading", { level: 1, name: today.hello.replace("{name}", "Ilze") })).toBeVisible();

  const waiting = page.getByRole("list", { name: today.waitingTitle }).getByRole("listitem");
  const clocks = await waiting.getByText(/days? (left|late)|last day today/).allInnerTexts();
  const days = clocks.map((clock) => (clock.includes("today") ? 0 : Number.parseInt(clock) * (clock.includes("late") ? -1 : 1)));
  expect(days.length).toBeGreaterThan(3);
  expect(days).toEqual(days.toSorted((one, other) => one - other));
  expect(clocks.slice(0, 2)).toEqual(["3 days late", "1 day left"]);

  await waiting.nth(1).getByRole("link", { name: today.answer }).click();
  await expect(page.getByText("Kad gulēju slimnīcā")).toBeVisible();
  await expect(page.getByText(idea.whoPerson, { exact: true })).toBeVisible();
  await expect(page.getByRole("textbox", answering)).toBeVisible();
});

test("an answer, then a better one: the former text is kept, the author reads the last", async ({ phone, as }) => {
  const author = await phone();
  const { id } = await sayIdea(author, here, { what: unlike("Soliņi gar upi") });
  const staff = await as("ilze");
  await staff.goto(`${home(here)}/ideas/${id}`);

  await staff.getByRole("button", { name: idea.send, exact: true }).click();
  await expect(staff.getByRole("alert").getByText(fields.answerMissing)).toBeVisible();
  await staff.getByRole("textbox", answering).fill("Good idea. We ask the council.");
  await staff.getByRole("button", { name: idea.send, exact: true }).click();
  await expect(staff.getByRole("region", { name: idea.answerTitle, exact: true }).getByText("Good idea. We ask the council.")).toBeVisible();
  await expect(staff.getByRole("textbox", answering)).toHaveValue("Good idea. We ask the council.");

  await staff.getByRole("textbox", answering).fill("The council says yes.");
  await staff.getByRole("button", { name: idea.changeButton }).click();
  await expect(staff.getByRole("region", { name: idea.answerTitle, exact: true }).getByText("The council says yes.")).toBeVisible();
  await expect((await formerTexts(staff)).getByText("Good idea. We ask the council.")).toBeVisible();

  await author.reload();
  await expect(author.getByText("The council says yes.")).toBeVisible();
  expect(await readAll(author)).not.toContain("We ask the council");
});

test("“not now” needs a reason, and the author reads it with the three words", async ({ phone, as }) => {
  const { id, words } = await sayIdea(await phone(), here, { what: unlike("Peldbaseins") });
  const staff = await as("anna");
  await staff.goto(`${home(here)}/ideas/${id}`);
  await staff.getByRole("button", { name: idea.notNowButton }).click();
  await expect(staff.getByRole("alert").getByText(fields.reasonMissing)).toBeVisible();
  await staff.getByRole("textbox", { name: idea.notNowLabel }).fill("A pool costs more than our whole year. We ask again in May.");
  await staff.getByRole("button", { name: idea.notNowButton }).click();
  await expect(staff.getByRole("region", { name: idea.answerTitle, exact: true }).getByText(idea.notNow, { exact: true })).toBeVisible();

  const author = await phone();
  await openTicket(author, here, words);
  const answer = author.getByRole("region", { name: ticket.answerTitle, exact: true });
  await expect(answer.getByText(ticket.notNow, { exact: true })).toBeVisible();
  await expect(answer.getByText("We ask again in May.")).toBeVisible();

  await staff.getByRole("textbox", answering).fill("The pool comes after all.");
  await staff.getByRole("button", { name: idea.changeButton }).click();
  await expect(staff.getByRole("region", { name: idea.answerTitle, exact: true }).getByText("The pool comes after all.")).toBeVisible();
  await author.reload();
  await expect(answer.getByText("The pool comes after all.")).toBeVisible();
  await expect(answer.getByText(ticket.notNow, { exact: true })).toBeHidden();
});

for (const script of [true, false]) {
  test(`two answer at once ${script ? "with" : "without"} JavaScript: the second sees both texts, loses none and may replace`, async ({ phone, as }) => {
    const { id } = await sayIdea(await phone(), here, { what: unlike("Kopgalds") });
    const [ilze, anna] = [await as("ilze", { javaScriptEnabled: script }), await as("anna", { javaScriptEnabled: script })];
    for (const page of [ilze, anna]) await page.goto(`${home(here)}/ideas/${id}`);
    await ilze.getByRole("textbox", answering).fill("Ilze says yes.");
    await anna.getByRole("textbox", answering).fill("Anna says perhaps.");
    await ilze.getByRole("button", { name: idea.send, exact: true }).click();
    await expect(ilze.getByRole("region", { name: idea.answerTitle, exact: true }).getByText("Ilze says yes.")).toBeVisible();
    await anna.getByRole("button", { name: idea.send, exact: true }).click();

    await expect(anna.getByText(refusals.answeredMeanwhile)).toBeVisible();
    await expect(anna.getByRole("alert").filter({ hasText: idea.theirs }).getByText("Ilze says yes.")).toBeVisible();
    await expect(anna.getByRole("alert").filter({ hasText: idea.theirs }).getByText(/^Ilze · /)).toBeVisible();
    await expect(anna.getByRole("textbox", answering)).toHaveValue("Anna says perhaps.");
    await ilze.reload();
    await expect(ilze.getByRole("region", { name: idea.answerTitle, exact: true }).getByText("Ilze says yes."), "nothing was overwritten").toBeVisible();

    await anna.getByRole("button", { name: new RegExp(`^(${idea.send}|${idea.changeButton})$`) }).click();
    await expect(anna.getByRole("region", { name: idea.answerTitle, exact: true }).getByText("Anna says perhaps.")).toBeVisible();
    await expect((await formerTexts(anna)).getByText("Ilze says yes.")).toBeVisible();
  });
}

for (const script of [true, false]) {
  test(`Ilze types for a group of twelve ${script ? "with" : "without"} JavaScript, reads it back and prints the slip`, async ({ as }) => {
    const page = await as("ilze", { javaScriptEnabled: script });
    const words = unlike("Mēs gribam dziedāt");
    await page.goto(`${home(here)}/today`);
    await page.getByRole("region", { name: today.writeTitle }).getByRole("link", { name: ozolmuiza.name }).click();
    await page.getByRole("radio", { name: propose.spokeGroup }).check();
    await page.getByRole("textbox", { name: propose.whatLabelFor, exact: true }).fill(words);
    await page.getByRole("button", { name: propose.next, exact: true }).click();
    await expect(page.getByRole("alert").getByText(fields.headsMissing)).toBeVisible();
    await expect(page.getByRole("radio", { name: propose.spokeGroup })).toBeChecked();
    await page.getByRole("textbox", { name: propose.heads }).fill("12");
    await page.getByRole("combobox", { name: propose.group }).selectOption("Otrdienas galds");
    await page.getByRole("button", { name: propose.next, exact: true }).click();
    await page.getByRole("textbox", { name: propose.forWhomLabel }).fill("visam ciemam");
    await page.getByRole("button", { name: propose.next, exact: true }).click();
    await page.getByRole("button", { name: propose.sendFor }).click();
    await expect(page.getByRole("alert").getByText(fields.readBackMissing)).toBeVisible();
    await page.getByRole("radio", { name: propose.readBackCorrected }).check();
    await page.getByRole("button", { name: propose.sendFor }).click();

    const slip = await wordsOn(page, here);
    await expect(page.getByText(ticket.keepTextFor)).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(slip.replaceAll(" ", " · "))).toBeVisible();
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(0);

    const [made] = await rows<{ spoke: string; heads: number; read_back: string; group: string; typist: string; id: string }>(vidzeme, `select i.id, spoke, heads, read_back, g.name as group, m.name as typist from ideas i join groups g on g.id = i.group_id join members m on m.id = i.typed_by where what = $1`, [words]);
    expect(made).toMatchObject({ spoke: "group", heads: 12, read_back: "corrected", group: "Otrdienas galds", typist: "Ilze" });
    await page.emulateMedia({ media: "screen" });
    await page.goto(`${home(here)}/ideas/${made?.id}`);
    await expect(page.getByText("Otrdienas galds (12 people)")).toBeVisible();
    await expect(page.getByText(idea.readBackCorrected, { exact: true })).toBeVisible();
  });
}

test("Anna types for one person who could not wait to hear it read; the person opens it with the slip", async ({ phone, as }) => {
  const page = await as("anna", { viewport: small });
  const words = unlike("Kas man palīdzēs ar malku");
  await page.goto(networkPage(here));
  await page.getByRole("link", { name: network.typeFor }).click();
  await expect(page.getByRole("radio", { name: propose.spokePerson })).toBeChecked();
  await page.getByRole("textbox", { name: propose.whatLabelFor, exact: true }).fill(words);
  await page.getByRole("button", { name: propose.next, exact: true }).click();
  await page.getByRole("button", { name: propose.next, exact: true }).click();
  await page.getByRole("radio", { name: propose.readBackNotPossible }).check();
  await page.getByRole("button", { name: propose.sendFor }).click();
  await expect(page.getByRole("alert").getByText(fields.readBackReasonMissing)).toBeVisible();
  await expect(page.getByRole("radio", { name: propose.readBackNotPossible })).toBeChecked();
  await fits(page);
  await page.getByRole("textbox", { name: propose.readBackReason }).fill("The bus came.");
  await page.getByRole("button", { name: propose.sendFor }).click();
  const slip = await wordsOn(page, here);

  const person = await phone();
  await openTicket(person, here, slip);
  await expect(person.getByText(words)).toBeVisible();
  await expect(person.getByText("The bus came."), "why it was not read back is for the staff").toBeHidden();
});

test("a colleague whose session has ended in the middle of typing for somebody loses no word", async ({ phone }) => {
  const page = await phone({ viewport: { width: 1280, height: 800 } });
  await comeInAs(page, "anna");
  await page.goto(`${networkPage(here)}/propose`);
  const words = unlike("Traktors sniegam");
  await page.getByRole("textbox", { name: propose.whatLabelFor, exact: true }).fill(words);
  await page.getByRole("button", { name: propose.next, exact: true }).click();
  await page.getByRole("button", { name: propose.next, exact: true }).click();
  await page.getByRole("radio", { name: propose.readBackYes }).check();
  await page.getByRole("textbox", { name: propose.weHaveLabel }).fill("viens traktors");
  await page.context().clearCookies();
  await page.getByRole("button", { name: propose.sendFor }).click();
  await expect(page.getByRole("alert").getByText(refusals.signedOut)).toBeVisible();
  await expect(page.getByRole("textbox", { name: propose.weHaveLabel })).toHaveValue("viens traktors");
  const door = await page.context().newPage();
  await comeInAs(door, "anna");
  await page.getByRole("button", { name: propose.sendFor }).click();
  await wordsOn(page, here);
  await expect(page.getByText(words)).toBeVisible();
});

test("signing out ends the session everywhere at once", async ({ phone }) => {
  const page = await phone({ viewport: { width: 1280, height: 800 } });
  await comeInAs(page, "birte");
  const cookies = await page.context().cookies();
  await page.getByRole("button", { name: nav.signOut }).click();
  await expect(page).toHaveURL(/cleared=1/);
  await page.context().addCookies(cookies);
  expect((await page.goto(`/en/at/${dithmarschen.slug}/today`))?.status()).toBe(404);
  await expect(page.getByText(forms.problem)).toHaveCount(0);
});

/** Unfolds the former texts of an answer; a page that is just being refreshed may fold them again. */
async function formerTexts(page: Page): Promise<Locator> {
  const given = page.getByRole("region", { name: idea.answerTitle, exact: true });
  const texts = given.getByRole("list", { name: idea.formerTitle });
  await expect(async () => {
    if (!(await texts.isVisible())) await given.getByText(idea.formerTitle, { exact: true }).click();
    await expect(texts).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return texts;
}
