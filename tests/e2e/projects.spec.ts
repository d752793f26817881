/** An answered idea becomes a micro project, goes its way and comes to its end. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { rows } from "./support/rows.ts";
import { aProject, answer, projectPage, unfold } from "./support/projects.ts";
import { catalogue, expect, fits, readAll, test } from "./support/story.ts";
import { home, openTicket, ozolmuiza, placeIn, sayIdea, unlike, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { diary, fields, focusGroups, idea, projects, refusals } = catalogue("en");
const make = { name: projects.make };

for (const { script, width } of [{ script: true, width: 360 }, { script: false, width: 1280 }]) {
  const how = `at ${width} px ${script ? "with" : "without"} JavaScript`;
  const staffAt = { viewport: { width, height: 800 }, javaScriptEnabled: script };

  test(`Ilze answers an idea and makes it a micro project ${how}; who had the idea reads so on the slip`, async ({ phone, as }) => {
    const author = await phone({ javaScriptEnabled: script });
    const words = unlike("Kopīga siltumnīca");
    const { id, words: slip } = await sayIdea(author, here, { what: words });
    const staff = await as("ilze", staffAt);
    await staff.goto(`${home(here)}/projects/new?idea=${id}`);
    await expect(staff.getByText(projects.isWaiting), "first comes an answer").toBeVisible();
    await expect(staff.getByRole("button", make)).toHaveCount(0);
    await answer(staff, id, "Yes, let us try it.");

    await staff.getByRole("link", { name: projects.adoptWay }).click();
    await expect(staff.getByRole("heading", { level: 1, name: projects.adoptTitle })).toBeVisible();
    await expect(staff.getByText(words)).toBeVisible();
    await fits(staff);
    const title = unlike("Siltumnīca visiem");
    await staff.getByRole("textbox", { name: projects.titleLabel }).fill(title);
    await staff.getByRole("radio", { name: projects.ownerPerson }).check();
    await staff.getByRole("textbox", { name: projects.plannedLabel }).fill("much");
    await staff.getByRole("button", make).click();
    for (const error of [fields.ownerCalledMissing, fields.plannedWrong]) await expect(staff.getByRole("alert").getByText(error)).toBeVisible();
    await expect(staff.getByRole("textbox", { name: projects.titleLabel }), "nothing typed is lost").toHaveValue(title);
    await expect(staff.getByRole("radio", { name: projects.ownerPerson })).toBeChecked();
    await fits(staff);
    await staff.getByRole("textbox", { name: projects.ownerCalledLabel }).fill("Ausma");
    await staff.getByRole("textbox", { name: projects.plannedLabel }).fill("640,50");
    await staff.getByRole("button", make).click();

    await expect(staff.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(staff.getByText(projects.stepsText.forming)).toBeVisible();
    const about = staff.getByRole("region", { name: projects.aboutTitle });
    for (const fact of [projects.ownerIsPerson.replace("{name}", "Ausma"), "€640.50", ozolmuiza.name, words]) await expect(about.getByText(fact, { exact: true })).toBeVisible();
    await expect(staff.getByRole("list", { name: projects.peopleTitle }).getByText("Ilze"), "who adopts looks after it").toBeVisible();
    await fits(staff);
    await staff.goto(`${home(here)}/projects/new?idea=${id}`);
    await expect(staff.getByText(projects.isAdopted), "an idea becomes one micro project").toBeVisible();
    await staff.getByRole("link", { name: projects.toProject }).click();
    await staff.getByRole("button", { name: projects.steps.started }).click();
    await expect(staff.getByText(projects.stepsText.running)).toBeVisible();

    for (const reader of [author, await phone({ javaScriptEnabled: script })]) {
      if (reader === author) await reader.reload();
      else await openTicket(reader, here, slip);
      const told = reader.getByRole("region", { name: projects.yoursBecameTitle });
      await expect(told.getByText(title)).toBeVisible();
      await expect(told.getByText(projects.states.running, { exact: true })).toBeVisible();
      await expect(told.getByText(new RegExp(projects.became.running.split("{date}")[0] ?? ""))).toBeVisible();
      await expect(reader.getByText("640"), "what it may cost is for those who work here").toHaveCount(0);
      await fits(reader);
    }
  });

  test(`a micro project pauses, goes on and is closed with its outcome and a lesson ${how}; then nothing more is logged`, async ({ as }) => {
    const staff = await as("anna", staffAt);
    const { id, title } = await aProject();
    await staff.goto(projectPage(id));
    await unfold(staff, projects.folds.paused);
    await take(staff, "paused");
    await expect(staff.getByRole("alert").getByText(fields.whyMissing)).toBeVisible();
    await formOf(staff, "paused").getByRole("textbox", { name: projects.why }).fill("The school has holidays.");
    await take(staff, "paused");
    await expect(staff.getByText(projects.stepsText.paused)).toBeVisible();
    await expect(staff.getByRole("region", { name: projects.storyTitle }).getByText("The school has holidays.")).toBeVisible();
    await take(staff, "resumed");
    await expect(staff.getByText(projects.stepsText.running)).toBeVisible();

    const late = await staff.context().newPage();
    await late.goto(`${projectPage(id)}/log`);
    const unsent = unlike("Vēl viena talka");
    await late.getByRole("textbox", { name: diary.what, exact: true }).fill(unsent);

    await unfold(staff, projects.folds.closed);
    const closing = formOf(staff, "closed");
    await closing.getByRole("radio", { name: projects.outcomes["goes on"], exact: true }).check();
    await closing.getByRole("textbox", { name: projects.told }).fill("The greenhouse stands, and Ausma has the key.");
    await take(staff, "closed");
    await expect(staff.getByRole("alert").getByText(fields.learnedMissing)).toBeVisible();
    await closing.getByRole("textbox", { name: projects.learned }).fill("a key for everybody is a key for nobody.");
    await take(staff, "closed");
    await expect(staff.getByRole("alert").getByText(fields.goesOnAsMissing)).toBeVisible();
    await expect(closing.getByRole("textbox", { name: projects.told })).toHaveValue("The greenhouse stands, and Ausma has the key.");
    await fits(staff);
    await closing.getByRole("combobox", { name: projects.goesOnAs }).selectOption(projects.continuations["informal group"]);
    await take(staff, "closed");
    const ended = staff.getByRole("region", { name: `${projects.outcomes["goes on"]}: ${projects.continuations["informal group"]}` });
    await expect(ended.getByText("Ausma has the key.")).toBeVisible();
    await expect(ended.getByText("a key for everybody")).toBeVisible();
    await fits(staff);

    await late.getByRole("button", { name: diary.log, exact: true }).click();
    await expect(late.getByRole("alert").getByText(refusals.logAfterEnd)).toBeVisible();
    await expect(late.getByRole("textbox", { name: diary.what, exact: true })).toHaveValue(unsent);
    await late.close();
    await staff.goto(`${projectPage(id)}/log`);
    await expect(staff.getByText(diary.ended)).toBeVisible();
    await staff.goto(`${home(here)}/projects?state=closed`);
    await expect(staff.getByRole("link", { name: title })).toBeVisible();
    await fits(staff);
    expect(await rows(vidzeme, "select id from activities where project_id = $1", [id])).toEqual([]);
  });
}

test("a micro project that nobody had proposed needs its reason, and is nobody's yet for a reason", async ({ as }) => {
  const staff = await as("ilze");
  await staff.goto(`${home(here)}/projects`);
  await staff.getByRole("link", { name: projects.beginWay }).click();
  await staff.getByRole("button", make).click();
  for (const error of [fields.titleMissing, fields.networkMissing, fields.withoutIdeaMissing, fields.placeMissing, fields.focusGroupMissing, fields.ownerMissing]) await expect(staff.getByRole("alert").getByText(error)).toBeVisible();
  const title = unlike("Malkas talka");
  await staff.getByRole("textbox", { name: projects.titleLabel }).fill(title);
  await staff.getByRole("combobox", { name: projects.network, exact: true }).selectOption(ozolmuiza.name);
  await staff.getByRole("textbox", { name: projects.withoutIdeaLabel }).fill("The men had begun before us.");
  await staff.getByRole("textbox", { name: projects.placeLabel, exact: true }).fill("Ozolmuiža");
  await staff.getByRole("combobox", { name: projects.focusGroup, exact: true }).selectOption(focusGroups["older people"]);
  await staff.getByRole("radio", { name: projects.ownerNobody }).check();
  await staff.getByRole("textbox", { name: projects.ownerReasonLabel }).fill("They will choose on Tuesday.");
  await staff.getByRole("button", make).click();
  const about = staff.getByRole("region", { name: projects.aboutTitle });
  await expect(about.getByText(projects.ownerIsNobody.replace("{reason}", "They will choose on Tuesday."))).toBeVisible();
  await expect(about.getByText("The men had begun before us.")).toBeVisible();
});

test("the long form says beside a field what is wrong as soon as it is left, and is filled in with the keyboard alone", async ({ as }) => {
  const staff = await as("anna");
  await staff.goto(`${home(here)}/projects/new`);
  const title = staff.getByRole("textbox", { name: projects.titleLabel });
  await title.focus();
  await staff.keyboard.press("Tab");
  await expect(staff.getByText(fields.titleMissing)).toBeVisible();
  await title.focus();
  const called = unlike("Ziemas vingrošana");
  await staff.keyboard.type(called);
  await staff.keyboard.press("Tab");
  await expect(staff.getByText(fields.titleMissing)).toHaveCount(0);
  await staff.keyboard.type(ozolmuiza.name.slice(0, 12));
  await staff.keyboard.press("Tab");
  await staff.keyboard.type("Because the doctor asked for it.");
  await staff.keyboard.press("Tab");
  await staff.keyboard.type("Ozolmuižas zāle");
  await staff.keyboard.press("Tab");
  await staff.keyboard.type("older");
  await staff.keyboard.press("Tab"); // the group may stay empty
  await staff.keyboard.press("Tab");
  await staff.keyboard.press("Space"); // an end user's
  await staff.keyboard.press("Tab");
  await staff.keyboard.type("Mirdza");
  await staff.keyboard.press("Enter");
  await expect(staff.getByRole("heading", { level: 1, name: called })).toBeVisible();
  await expect(staff.getByRole("region", { name: projects.aboutTitle }).getByText(projects.ownerIsPerson.replace("{name}", "Mirdza"))).toBeVisible();
});

test("two change a micro project at once: the second sees both, and the former words are kept", async ({ as }) => {
  const { id, title } = await aProject();
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  for (const [page, name] of [[ilze, "Ilze"], [anna, "Anna"]] as const) {
    await page.goto(projectPage(id));
    await unfold(page, projects.changeTitle);
    await page.getByRole("textbox", { name: projects.titleLabel }).fill(`${title} ${name}`);
  }
  await ilze.getByRole("button", { name: projects.save }).click();
  await expect(ilze.getByRole("heading", { level: 1, name: `${title} Ilze` })).toBeVisible();
  await anna.getByRole("button", { name: projects.save }).click();
  await expect(anna.getByRole("alert").getByText(refusals.projectChangedMeanwhile)).toBeVisible();
  await expect(anna.getByRole("alert").filter({ hasText: projects.theirs }).getByText(`${title} Ilze`)).toBeVisible();
  await expect(anna.getByRole("textbox", { name: projects.titleLabel })).toHaveValue(`${title} Anna`);
  await anna.getByRole("button", { name: projects.save }).click();
  await expect(anna.getByRole("heading", { level: 1, name: `${title} Anna` })).toBeVisible();
  await unfold(anna, projects.former);
  const former = anna.getByRole("list", { name: projects.former });
  for (const words of [`${title} · `, `${title} Ilze · `]) await expect(former.getByText(words)).toBeVisible();
});

test("people have roles in a micro project, called as they wish, until the role ends", async ({ as }) => {
  const { id } = await aProject();
  const staff = await as("ilze", { viewport: { width: 360, height: 740 } });
  await staff.goto(projectPage(id));
  await unfold(staff, projects.nameTitle);
  const people = staff.getByRole("region", { name: projects.peopleTitle });
  await people.getByRole("combobox", { name: projects.role, exact: true }).selectOption(projects.roles["peer lead"]);
  await people.getByRole("button", { name: projects.namePerson }).click();
  await expect(people.getByRole("alert").getByText(fields.calledMissing)).toBeVisible();
  await people.getByRole("textbox", { name: projects.called }).fill("Jānis no Liepām");
  await people.getByRole("button", { name: projects.namePerson }).click();
  const named = people.getByRole("listitem").filter({ hasText: "Jānis no Liepām" });
  await expect(named.getByText(projects.roles["peer lead"])).toBeVisible();
  await fits(staff);
  await named.getByRole("button", { name: projects.endRole }).click();
  await expect(people.getByText(/^Jānis no Liepām was peer lead/)).toBeVisible();
});

test("a no of two steps at once is told in words: what the micro project is now, and what can be done", async ({ as }) => {
  const { id } = await aProject({ state: "forming" });
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  for (const page of [ilze, anna]) await page.goto(projectPage(id));
  await take(ilze, "started");
  await expect(ilze.getByText(projects.stepsText.running)).toBeVisible();
  await take(anna, "started");
  await expect(anna.getByText(refusals.projectRuns).or(anna.getByText(projects.stepsText.running)).first()).toBeVisible();
  expect(await rows(vidzeme, "select id from project_steps where project_id = $1 and step = 'started'", [id])).toHaveLength(1);
});

test("Māris, who leads, sees titles, states and dates; the pages behind them are not his", async ({ as }) => {
  const { id, title } = await aProject();
  const page = await as("maris", { viewport: { width: 360, height: 740 } });
  await page.goto(`${home(here)}/projects?state=running`);
  const listed = page.getByRole("listitem").filter({ hasText: title });
  await expect(listed.getByText(projects.states.running, { exact: true })).toBeVisible();
  await expect(listed.getByRole("link")).toHaveCount(0);
  await fits(page);
  expect(await readAll(page)).not.toContain("Ausma");
  for (const address of [`projects/${id}`, `projects/${id}/log`, `projects/${id}/activities/${randomUUID()}`, "projects/new"]) expect((await page.goto(`${home(here)}/${address}`))?.status(), address).toBe(404);
});

test("“not now” cannot become a micro project before the answer changes", async ({ phone, as }) => {
  const { id } = await sayIdea(await phone(), here, { what: unlike("Baseins pagalmā") });
  const staff = await as("ilze");
  await staff.goto(`${home(here)}/ideas/${id}`);
  await staff.getByRole("textbox", { name: idea.notNowLabel }).fill("No money this year.");
  await staff.getByRole("button", { name: idea.notNowButton }).click();
  await expect(staff.getByText(idea.notNow, { exact: true }).first()).toBeVisible();
  await expect(staff.getByRole("link", { name: projects.adoptWay })).toHaveCount(0);
  await staff.goto(`${home(here)}/projects/new?idea=${id}`);
  await expect(staff.getByText(projects.isNotNow)).toBeVisible();
});

type Step = keyof typeof projects.steps;

/** The form of one step; its button may stand folded. */
function formOf(page: Page, step: Step) {
  return page.locator("form", { has: page.getByRole("button", { name: projects.steps[step], exact: true, includeHidden: true }) });
}

async function take(page: Page, step: Step): Promise<void> {
  await formOf(page, step).getByRole("button", { name: projects.steps[step], exact: true }).click();
}
