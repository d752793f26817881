/** Staff keep groups of people who act together: a name and about how many, no list. */
import { randomUUID } from "node:crypto";
import { rows } from "./support/rows.ts";
import { catalogue, expect, test } from "./support/story.ts";
import { home, networkPage, ozolmuiza, placeIn, unlike, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { fields, groups, refusals } = catalogue("en");

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
