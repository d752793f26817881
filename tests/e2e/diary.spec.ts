/** What happened, written down in under a minute on a phone: three taps from Today. */
import type { Locator, Page } from "@playwright/test";
import { rows } from "./support/rows.ts";
import { aProject, daysAgo, projectPage, unfold } from "./support/projects.ts";
import { catalogue, expect, fits, test } from "./support/story.ts";
import { home, placeIn, unlike, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { diary, fields, nav, product, refusals, today } = catalogue("en");
const what = { name: diary.what, exact: true };
const [anna] = vidzeme.members.filter(({ key }) => key === "anna");

for (const { script, width } of [{ script: true, width: 360 }, { script: false, width: 360 }, { script: true, width: 1280 }]) {
  test(`Anna logs an activity in three taps from Today at ${width} px ${script ? "with" : "without"} JavaScript, undoes it, puts it back and changes it`, async ({ as }) => {
    const { id, title } = await aProject({ by: anna?.member });
    const page = await as("anna", { viewport: { width, height: 740 }, javaScriptEnabled: script });
    await page.goto(`${home(here)}/groups`);
    const taps: string[] = [];
    const tap = async (what: Locator) => { taps.push(await what.innerText()); await what.click(); };
    if (width < 768) await page.getByRole("navigation", { name: product.mainNav }).locator("summary").click(); // on a phone the ways are folded
    await tap(page.getByRole("navigation", { name: product.mainNav }).getByRole("link", { name: nav.today, exact: true }));
    await fits(page);
    await tap(page.getByRole("link", { name: `${today.logActivity}: ${title}` }));
    await fits(page);
    const words = unlike("Sējām tomātus");
    await page.getByRole("textbox", what).fill(words);
    await page.getByRole("textbox", { name: diary.newcomers, exact: true }).fill("4");
    await page.getByRole("textbox", { name: diary.regulars, exact: true }).fill("7");
    await page.getByRole("textbox", { name: diary.children, exact: true }).fill("2");
    await tap(page.getByRole("button", { name: diary.log, exact: true }));
    expect(taps).toEqual([nav.today, today.logActivity, diary.log]);

    const done = page.getByRole("status");
    await expect(done.getByText(diary.justLogged)).toBeVisible();
    await expect(done.getByText(words)).toBeVisible();
    const inDiary = page.getByRole("region", { name: diary.heading });
    await expect(inDiary.getByText("1 entry · 11 visits · 2 children among them")).toBeVisible();
    await expect(inDiary.getByText(diary.visitsNote)).toBeVisible();
    await fits(page);

    await done.getByRole("button", { name: diary.undo }).click();
    await expect(done.getByText(diary.justUndone)).toBeVisible();
    await expect(inDiary.getByText(/11 visits/)).toHaveCount(0);
    await done.getByRole("button", { name: diary.putBack }).click();
    await expect(inDiary.getByText("1 entry · 11 visits · 2 children among them")).toBeVisible();

    await inDiary.getByRole("link", { name: diary.change, exact: true }).click();
    const better = unlike("Sējām tomātus un gurķus");
    await page.getByRole("textbox", what).fill(better);
    await page.getByRole("textbox", { name: diary.hoursGiven }).fill("2,5");
    await page.getByRole("button", { name: diary.save, exact: true }).click();
    await expect(inDiary.getByText(better)).toBeVisible();
    await expect(inDiary.getByText("2.5 hours given").first()).toBeVisible();
    await inDiary.getByRole("link", { name: diary.change, exact: true }).click();
    const former = page.getByRole("list", { name: diary.former });
    await expect(former.getByText(words)).toBeVisible();
    await fits(page);
    await former.getByRole("button", { name: diary.putTextBack }).click();
    await expect(inDiary.getByText(words)).toBeVisible();
    await expect(inDiary.getByText(better)).toHaveCount(0);
    const kept = await rows<{ what: string }>(vidzeme, "select v.what from activity_versions v join activities a on a.id = v.activity_id where a.project_id = $1 order by v.version", [id]);
    expect(kept.map((one) => one.what)).toEqual([words, better]);
  });
}

for (const script of [true, false]) {
  const how = script ? "with" : "without";

  test(`two change an entry at once ${how} JavaScript: the second sees both texts, loses none and may replace`, async ({ as }) => {
    const { id } = await aProject();
    const [ilze, other] = [await as("ilze", { javaScriptEnabled: script }), await as("anna", { javaScriptEnabled: script })];
    await log(ilze, id, unlike("Pirmā reize"));
    await ilze.getByRole("region", { name: diary.heading }).getByRole("link", { name: diary.change, exact: true }).click();
    await expect(ilze.getByRole("textbox", what)).toBeVisible();
    await other.goto(ilze.url());
    await ilze.getByRole("textbox", what).fill("Ilze says: ten came.");
    await other.getByRole("textbox", what).fill("Anna says: eleven came.");
    await ilze.getByRole("button", { name: diary.save, exact: true }).click();
    await expect(ilze.getByRole("region", { name: diary.heading }).getByText("Ilze says: ten came.")).toBeVisible();
    await other.getByRole("button", { name: diary.save, exact: true }).click();

    await expect(other.getByText(refusals.entryChangedMeanwhile)).toBeVisible();
    const theirs = other.getByRole("alert").filter({ hasText: diary.theirs });
    await expect(theirs.getByText("Ilze says: ten came.")).toBeVisible();
    await expect(theirs.getByText(/^Ilze · /)).toBeVisible();
    await expect(other.getByRole("textbox", what)).toHaveValue("Anna says: eleven came.");
    await other.getByRole("button", { name: diary.save, exact: true }).click();
    await expect(other.getByRole("region", { name: diary.heading }).getByText("Anna says: eleven came.")).toBeVisible();
  });

  test(`counts and days that cannot be are refused in words ${how} JavaScript, and nothing typed is lost`, async ({ as }) => {
    const { id } = await aProject();
    const page = await as("ilze", { viewport: { width: 360, height: 740 }, javaScriptEnabled: script });
    await page.goto(`${projectPage(id)}/log`);
    await unfold(page, diary.more);
    const [words, surprised] = [unlike("Plēsām nezāles"), unlike("Lija visu dienu")];
    const typed = { [diary.what]: words, [diary.newcomers]: "-3", [diary.regulars]: "2001", [diary.children]: "two", [diary.hoursGiven]: "1e9", [diary.surprised]: surprised };
    for (const [name, text] of Object.entries(typed)) await field(page, name).fill(text);
    const send = page.getByRole("button", { name: diary.log, exact: true });
    await send.click();
    for (const error of [fields.headsCountWrong, fields.hoursWrong]) await expect(page.getByRole("alert").getByText(error).first()).toBeVisible();
    await expect(page.getByRole("alert").getByText(fields.headsCountWrong)).toHaveCount(3);
    for (const [name, text] of Object.entries(typed)) await expect(field(page, name), name).toHaveValue(text);
    await fits(page);

    for (const [name, text] of [[diary.newcomers, "3"], [diary.regulars, ""], [diary.children, "4"], [diary.hoursGiven, "2"]] as const) await field(page, name).fill(text);
    await send.click();
    await expect(page.getByRole("alert").getByText(fields.childrenTooMany)).toBeVisible();
    await field(page, diary.children).fill("3");
    for (const [days, refusal] of [[-2, refusals.dayAhead], [20, refusals.dayBefore.split("{date}")[0] ?? ""]] as const) {
      await page.getByLabel(diary.happenedOn, { exact: true }).fill(daysAgo(days));
      await send.click();
      await expect(page.getByRole("alert").getByText(refusal)).toBeVisible();
      await expect(page.getByLabel(diary.happenedOn, { exact: true })).toHaveValue(daysAgo(days));
      await expect(field(page, diary.surprised)).toHaveValue(surprised);
    }
    expect(await rows(vidzeme, "select id from activities where project_id = $1", [id])).toEqual([]);
    await page.getByLabel(diary.happenedOn, { exact: true }).fill(daysAgo(3));
    await send.click();
    await expect(page.getByRole("status").getByText(words)).toBeVisible();
  });
}

test("the last entry is the template of the next, and a meeting is logged with the keyboard alone", async ({ as }) => {
  const { id } = await aProject();
  const page = await as("ilze");
  const words = unlike("Otrdienas talka");
  await log(page, id, words, { [diary.newcomers]: "1", [diary.regulars]: "8" });
  await page.goto(`${projectPage(id)}/log`);
  await page.getByRole("link", { name: diary.sameAsLast }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", what)).toHaveValue(words);
  await expect(field(page, diary.regulars)).toHaveValue("8");
  const next = unlike("Trešdienas talka");
  await page.getByRole("textbox", what).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(next);
  await page.keyboard.press("Tab");
  await page.keyboard.type("0");
  await page.keyboard.press("Tab");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").getByText(next)).toBeVisible();
  await expect(page.getByRole("region", { name: diary.heading }).getByText(/2 entries · 18 visits/)).toBeVisible();
});

test("a project that forms takes no entry yet, and says how it can", async ({ as }) => {
  const { id } = await aProject({ state: "forming" });
  const page = await as("ilze");
  await page.goto(`${projectPage(id)}/log`);
  await expect(page.getByText(diary.notStarted)).toBeVisible();
  await expect(page.getByRole("button", { name: diary.log, exact: true })).toHaveCount(0);
});

test("no connection at all while logging: the text stays, and the button works when it is back", async ({ as }) => {
  const { id } = await aProject();
  const page = await as("anna", { viewport: { width: 360, height: 740 } });
  await page.goto(`${projectPage(id)}/log`);
  const words = unlike("Bez tīkla");
  await page.getByRole("textbox", what).fill(words);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: diary.log, exact: true }).click();
  await expect(page.getByRole("alert").getByText(catalogue("en").forms.unreachable)).toBeVisible();
  await expect(page.getByRole("textbox", what)).toHaveValue(words);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: diary.log, exact: true }).click();
  await expect(page.getByRole("status").getByText(words)).toBeVisible();
});

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: name !== diary.surprised });

async function log(page: Page, project: string, words: string, counts: Record<string, string> = {}): Promise<void> {
  await page.goto(`${projectPage(project)}/log`);
  await page.getByRole("textbox", what).fill(words);
  for (const [name, count] of Object.entries(counts)) await field(page, name).fill(count);
  await page.getByRole("button", { name: diary.log, exact: true }).click();
  await expect(page.getByRole("status").getByText(words)).toBeVisible();
}
