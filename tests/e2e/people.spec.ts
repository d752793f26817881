/** An administrator invites, changes and suspends; what changes holds from the next request on. */
import { randomUUID } from "node:crypto";
import { askFor, comeInByLetter, letterTo, receiversSince } from "./support/letters.ts";
import { catalogue, expect, fits, test } from "./support/story.ts";
import { home, placeIn, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { fields, groups, people, picture, refusals, today } = catalogue("en");

for (const { script, width, reads } of [{ script: true, width: 1280, reads: "lv" }, { script: false, width: 360, reads: "en" }]) {
  test(`Liene invites Dace at ${width} px ${script ? "with" : "without"} JavaScript; a change of roles and a suspension hold from Dace's next request on`, async ({ as, phone }) => {
    test.slow();
    const liene = await as("liene", { viewport: { width, height: 800 }, javaScriptEnabled: script });
    const name = `Dace ${randomUUID().slice(0, 8)}`;
    const email = `${name.toLowerCase().replace(" ", ".")}@stories.example.org`;
    await liene.goto(`${home(here)}/people`);
    await fits(liene);
    const invite = liene.getByRole("region", { name: people.inviteTitle });
    await invite.getByRole("textbox", { name: people.name }).fill(name);
    await invite.getByRole("button", { name: people.invite }).click();
    for (const error of [fields.emailMissing, fields.rolesMissing]) await expect(invite.getByRole("alert").getByText(error)).toBeVisible();
    await expect(invite.getByRole("textbox", { name: people.name })).toHaveValue(name);
    await invite.getByRole("textbox", { name: people.email }).fill(email.toUpperCase());
    await invite.getByRole("combobox", { name: people.reads }).selectOption(reads);
    await invite.getByRole("checkbox", { name: people.roles.staff }).check();
    const invitedAt = Date.now();
    await invite.getByRole("button", { name: people.invite }).click();
    const listed = liene.getByRole("list", { name: people.listTitle }).getByRole("listitem").filter({ hasText: name });
    await expect(listed.getByText(people.standing.invited, { exact: true })).toBeVisible();
    await expect(listed.getByText(email)).toBeVisible();

    const letter = await letterTo(email, invitedAt);
    const [address = ""] = /https?:\/\/\S+/.exec(letter.text) ?? [];
    expect(letter.text).toContain(vidzeme.name);
    expect(new URL(address).pathname, "the letter speaks her language, and holds no secret").toBe(`/${reads}/sign-in`);
    const dace = await phone({ viewport: { width: 360, height: 740 } });
    await dace.goto(address);
    await comeInByLetter(dace, email);
    await expect(dace.getByRole("heading", { level: 1, name: today.hello.replace("{name}", name) })).toBeVisible();
    await liene.reload();
    await expect(listed.getByText(people.standing.joined, { exact: true })).toBeVisible();

    await dace.goto(`${home(here)}/groups`);
    await expect(dace.getByRole("heading", { level: 1, name: groups.title })).toBeVisible();
    await listed.getByRole("link", { name: `${people.change}: ${name}` }).click();
    const roles = liene.getByRole("region", { name: people.changeTitle });
    await roles.getByRole("checkbox", { name: people.roles.staff }).uncheck();
    await roles.getByRole("button", { name: people.save }).click();
    await expect(roles.getByRole("alert").getByText(fields.rolesMissing)).toBeVisible();
    await roles.getByRole("checkbox", { name: people.roles.leader }).check();
    await roles.getByRole("button", { name: people.save }).click();
    await expect(liene.getByText(people.saved)).toBeVisible();
    expect((await dace.reload())?.status(), "groups are for staff").toBe(404);
    await comeInByLetter(dace, email);
    await dace.goto(`${home(here)}/picture`);
    await expect(dace.getByRole("heading", { level: 1, name: picture.title })).toBeVisible();

    await liene.getByRole("button", { name: people.suspend, exact: true }).click();
    await expect(liene.getByText(people.standing.suspended, { exact: true })).toBeVisible();
    await fits(liene);
    expect((await dace.reload())?.status()).toBe(404);
    const asked = await askFor(dace, email);
    const since = await askFor(dace, "birte@dithmarschen.example.org");
    await letterTo("birte@dithmarschen.example.org", since);
    expect(await receiversSince(asked), "who is suspended gets the same page, and no letter").not.toContain(email);

    await liene.getByRole("button", { name: people.restore, exact: true }).click();
    await expect(liene.getByText(people.standing.joined, { exact: true })).toBeVisible();
    await comeInByLetter(dace, email);
    await expect(dace).toHaveURL(/\/today$/);
  });
}

test("the same address twice is said beside its field, and the last administrator cannot be lost", async ({ as }) => {
  const page = await as("liene", { viewport: { width: 360, height: 740 } });
  await page.goto(`${home(here)}/people`);
  const invite = page.getByRole("region", { name: people.inviteTitle });
  await invite.getByRole("textbox", { name: people.name }).fill("Ilze the second");
  await invite.getByRole("textbox", { name: people.email }).fill("ilze@vidzeme.example.org");
  await invite.getByRole("checkbox", { name: people.roles.staff }).check();
  await invite.getByRole("button", { name: people.invite }).click();
  await expect(invite.getByRole("textbox", { name: people.email })).toHaveAccessibleDescription(new RegExp(refusals.emailHere));
  await expect(invite.getByRole("checkbox", { name: people.roles.staff })).toBeChecked();
  await fits(page);

  await page.getByRole("link", { name: `${people.change}: Liene` }).click();
  await expect(page.getByText(people.selfAlone)).toBeVisible();
  await page.getByRole("button", { name: people.suspend, exact: true }).click();
  await expect(page.getByRole("alert").getByText(refusals.lastAdmin)).toBeVisible();
  const roles = page.getByRole("region", { name: people.changeTitle });
  await roles.getByRole("checkbox", { name: people.roles.admin }).uncheck();
  await roles.getByRole("checkbox", { name: people.roles.staff }).check();
  await roles.getByRole("button", { name: people.save }).click();
  await expect(page.getByRole("alert").getByText(refusals.lastAdmin).last()).toBeVisible();
  await page.reload();
  await expect(page.getByText(people.standing.joined, { exact: true })).toBeVisible();
});

test("an administrator reads no ideas, and nobody else sees people and settings", async ({ as }) => {
  const [liene, ilze, maris] = [await as("liene"), await as("ilze"), await as("maris")];
  for (const address of ["projects", "groups", "picture", "sharing"]) expect((await liene.goto(`${home(here)}/${address}`))?.status(), address).toBe(404);
  for (const page of [ilze, maris]) for (const address of ["people", "settings", "settings/networks/new"]) expect((await page.goto(`${home(here)}/${address}`))?.status(), address).toBe(404);
});
