/** Staff find what waits, answer it, write down what people say, and keep groups; leaders see numbers; the neighbours see nothing. */
import { randomUUID } from "node:crypto";
import { comeInAs } from "#tests/support/browser.ts";
import { rows } from "./support/rows.ts";
import { catalogue, expect, fits, readAll, small, test } from "./support/story.ts";
import { dithmarschen, home, networkPage, openTicket, ozolmuiza, placeIn, sayIdea, unlike, vidzeme, wordsOn } from "./support/walk.ts";

const here = placeIn("en");
const { demo, fields, forms, groups, idea, missing, nav, network, propose, refusals, ticket, today } = catalogue("en");
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
  const given = staff.getByRole("region", { name: idea.answerTitle, exact: true });
  await expect(given.getByText("The council says yes.")).toBeVisible();
  await given.getByText(idea.formerTitle).click();
  await expect(given.getByRole("list", { name: idea.formerTitle }).getByText("Good idea. We ask the council.")).toBeVisible();

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
    const given = anna.getByRole("region", { name: idea.answerTitle, exact: true });
    await expect(given.getByText("Anna says perhaps.")).toBeVisible();
    await given.getByText(idea.formerTitle).click();
    await expect(given.getByText("Ilze says yes.")).toBeVisible();
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

test("a group is made, renamed, rests and wakes, and its former name is kept", async ({ as }) => {
  const page = await as("ilze");
  const [name, later] = [unlike("Ābolu talka"), unlike("Ābolu un bumbieru talka")];
  await page.goto(`${home(here)}/groups`);
  const make = page.getByRole("region", { name: groups.makeTitle });
  await make.getByRole("button", { name: groups.make }).click();
  for (const error of [fields.groupNameMissing, fields.networkMissing, fields.languageMissing, fields.aboutSizeWrong, fields.contactMissing]) await expect(page.getByRole("alert").getByText(error)).toBeVisible();
  await make.getByRole("textbox", { name: groups.name }).fill(name);
  await make.getByRole("combobox", { name: groups.network }).selectOption(ozolmuiza.name);
  await make.getByRole("combobox", { name: groups.language }).selectOption("lv");
  await make.getByRole("textbox", { name: groups.aboutSize }).fill("9");
  await make.getByRole("combobox", { name: groups.contactLabel }).selectOption("Anna");
  await make.getByRole("button", { name: groups.make }).click();
  const listed = page.getByRole("list", { name: groups.listTitle }).getByRole("listitem").filter({ hasText: name });
  await expect(listed.getByText("about 9 people")).toBeVisible();
  await expect(page, "the group speaks Latvian, the page goes on in English").toHaveURL(`${home(here)}/groups`);
  await expect(make.getByRole("textbox", { name: groups.name }), "the next group begins empty").toHaveValue("");

  await listed.getByRole("link", { name: `${groups.change}: ${name}` }).click();
  await page.getByRole("textbox", { name: groups.name }).fill(later);
  await page.getByRole("button", { name: groups.save }).click();
  await page.getByRole("link", { name: `${groups.change}: ${later}` }).click();
  await expect(page.getByRole("region", { name: groups.steps }).getByText(name)).toBeVisible();

  await page.getByRole("button", { name: groups.rest }).click();
  await expect(page.getByText(groups.resting, { exact: true })).toBeVisible();
  await page.goto(`${networkPage(here)}/propose`);
  await expect(page.getByRole("option", { name: later }), "nobody types for a group that rests").toHaveCount(0);
  await page.goBack();
  await page.getByRole("button", { name: groups.wake }).click();
  await expect(page.getByText(groups.active, { exact: true })).toBeVisible();
  const story = page.getByRole("region", { name: groups.steps });
  for (const step of [groups.made, groups.rested, groups.woken]) await expect(story.getByText(new RegExp(`^${step} · `))).toBeVisible();
});

test("two rename a group at once: the second sees both names", async ({ as }) => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  const id = randomUUID();
  const name = unlike("Divi reizē");
  await rows(vidzeme, "insert into groups (id, network_id, name, language, about_size, contact_id) values ($1, $2, $3, 'lv', 5, $4)", [id, ozolmuiza.id, name, ozolmuiza.contact]);
  for (const page of [ilze, anna]) await page.goto(`${home(here)}/groups/${id}`);
  await ilze.getByRole("textbox", { name: groups.name }).fill(`${name} I`);
  await ilze.getByRole("button", { name: groups.save }).click();
  await expect(ilze.getByRole("link", { name: `${groups.change}: ${name} I` })).toBeVisible();
  await anna.getByRole("textbox", { name: groups.name }).fill(`${name} A`);
  await anna.getByRole("button", { name: groups.save }).click();
  await expect(anna.getByText(refusals.changedMeanwhile)).toBeVisible();
  await expect(anna.getByRole("alert").filter({ hasText: groups.theirs }).getByText(`${name} I`)).toBeVisible();
  await expect(anna.getByRole("textbox", { name: groups.name })).toHaveValue(`${name} A`);
});

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

test("the neighbours' staff find nothing here, and a foreign idea looks like one that never was", async ({ phone, as }) => {
  const { id } = await sayIdea(await phone(), here, { what: unlike("Tikai Vidzemei") });
  const birte = await as("birte");
  const group = ozolmuiza.groups[0]?.id ?? "";
  const random = randomUUID();
  const pages = ["today", "groups", `groups/${group}`, `groups/${random}`, `ideas/${id}`, `ideas/${random}`, `ticket/${id}`, `ticket/${random}`];
  const answers = new Set<string>();
  for (const provider of [vidzeme, dithmarschen]) {
    for (const address of pages.filter((page) => provider === vidzeme || page.includes("/"))) {
      const answer = await birte.goto(`/en/at/${provider.slug}/${address}`);
      await expect(birte.getByRole("heading", { level: 1, name: missing.headline })).toBeVisible();
      answers.add(`${answer?.status()} ${await readAll(birte)}`);
    }
  }
  expect([...answers]).toHaveLength(1);
  await birte.goto(`/en/at/${vidzeme.slug}`);
  await expect(birte.getByRole("link", { name: nav.today, exact: true }), "elsewhere she is a visitor").toHaveCount(0);
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
