/** A manager brings providers and people together; each provider's leader decides for the house. */
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { comeInByLetter, letterTo } from "./support/letters.ts";
import { catalogue, expect, fits, readAll, test } from "./support/story.ts";
import { home, ozolmuiza, placeIn, vidzeme } from "./support/walk.ts";

const here = placeIn("en");
const { fields, invitations, programme, regions } = catalogue("en");
const programmeHome = "/en/programme/baltic-partnership";

test("Māris leaves a programme, its manager invites his house anew, Māris says no, then yes, and the manager sees each step", async ({ as }) => {
  test.slow();
  const [manager, maris] = [await as("jonas-manager", { viewport: { width: 1280, height: 800 } }), await as("maris", { viewport: { width: 360, height: 740 } })];
  await maris.goto(`${home(here)}/programmes`);
  await fits(maris);
  for (const fact of Object.values(invitations.meaning)) await expect(maris.getByText(fact)).toBeVisible();
  await maris.locator("summary").getByText(invitations.leaveTitle).click();
  await maris.getByRole("button", { name: invitations.leave }).click();
  await expect(maris.getByText(invitations.states.left, { exact: true })).toBeVisible();
  await tells(manager, programme.states.left);

  await manager.getByRole("link", { name: programme.invite, exact: true }).first().click();
  await manager.getByRole("button", { name: programme.inviteProvider }).click();
  await expect(manager.getByRole("alert").getByText(fields.invitedMissing)).toBeVisible();
  await manager.getByRole("combobox", { name: programme.provider }).selectOption(`${vidzeme.name} (Latvia)`);
  await manager.getByRole("button", { name: programme.inviteProvider }).click();
  await expect(manager.getByText(programme.providerInvited)).toBeVisible();
  await tells(manager, programme.states.invited);
  await fits(manager);

  await hears(maris, invitations.states.invited);
  await maris.getByRole("button", { name: invitations.decline }).click();
  await expect(maris.getByText(invitations.states.declined, { exact: true })).toBeVisible();
  await tells(manager, programme.states.declined);
  await maris.getByRole("button", { name: invitations.join }).click();
  await expect(maris.getByText(invitations.states.joined, { exact: true })).toBeVisible();
  await fits(maris);
  await tells(manager, programme.states.joined);
  const read = await readAll(manager);
  for (const { what } of ozolmuiza.ideas) expect(read).not.toContain(what.slice(0, 30));
});

for (const { script, width } of [{ script: true, width: 360 }, { script: false, width: 1280 }]) {
  test(`a manager invites a partner at ${width} px ${script ? "with" : "without"} JavaScript, who comes in by the letter and may compare, not invite`, async ({ as, phone }) => {
    const manager = await as("jonas-manager", { viewport: { width, height: 800 }, javaScriptEnabled: script });
    const name = `Aino ${randomUUID().slice(0, 8)}`;
    const email = `${name.toLowerCase().replace(" ", ".")}@stories.example.org`;
    await manager.goto(`${programmeHome}/invite`);
    await fits(manager);
    const form = manager.getByRole("region", { name: programme.invitePartnerTitle });
    await form.getByRole("textbox", { name: programme.name, exact: true }).fill(name);
    await form.getByRole("textbox", { name: programme.email }).fill("aino");
    await form.getByRole("button", { name: programme.invitePartner }).click();
    for (const error of [fields.emailWrong, fields.roleMissing]) await expect(form.getByRole("alert").getByText(error)).toBeVisible();
    await expect(form.getByRole("textbox", { name: programme.name, exact: true })).toHaveValue(name);
    await form.getByRole("textbox", { name: programme.email }).fill(email);
    await form.getByRole("radio", { name: new RegExp(`^${programme.roles.partner}`) }).check();
    const since = Date.now();
    await form.getByRole("button", { name: programme.invitePartner }).click();
    await expect(manager.getByText(programme.partnerInvited)).toBeVisible();
    const listed = manager.getByRole("list", { name: programme.peopleTitle }).getByRole("listitem").filter({ hasText: name });
    await manager.goto(programmeHome);
    await expect(listed.getByText(programme.personAwaited, { exact: true })).toBeVisible();

    const letter = await letterTo(email, since);
    expect(letter.text).toContain("Baltic partnership");
    const partner = await phone({ viewport: { width: 360, height: 740 }, javaScriptEnabled: script });
    await partner.goto(/https?:\/\/\S+/.exec(letter.text)?.[0] ?? "");
    await comeInByLetter(partner, email);
    await expect(partner).toHaveURL(new RegExp(`${programmeHome}$`));
    await expect(partner.getByRole("link", { name: programme.invite, exact: true })).toHaveCount(0);
    expect(await readAll(partner), "addresses are for the manager").not.toContain(email);
    await fits(partner);
    expect((await partner.goto(`${programmeHome}/invite`))?.status()).toBe(404);
    await partner.goto("/en/regions?programme=baltic-partnership");
    await expect(partner.getByRole("heading", { level: 1, name: regions.title })).toBeVisible();
    await manager.reload();
    await expect(listed.getByText(programme.personHere, { exact: true })).toBeVisible();

    await listed.locator("summary").click();
    await fits(manager);
    await listed.getByRole("button", { name: programme.suspendPerson.replace("{name}", name) }).click();
    await expect(manager.getByText(programme.personSuspended)).toBeVisible();
    await expect(listed.getByText(programme.suspended, { exact: true })).toBeVisible();
    expect((await partner.goto(programmeHome))?.status(), "out at the next request").toBe(404);
    await listed.getByRole("button", { name: programme.restorePerson.replace("{name}", name) }).click();
    await expect(manager.getByText(programme.personRestored)).toBeVisible();
  });
}

test("the same person is not invited twice, and who leads a provider has no say in the programme", async ({ as }) => {
  const manager = await as("jonas-manager");
  await manager.goto(`${programmeHome}/invite`);
  const form = manager.getByRole("region", { name: programme.invitePartnerTitle });
  await form.getByRole("textbox", { name: programme.name, exact: true }).fill("Signe");
  await form.getByRole("textbox", { name: programme.email }).fill("signe@baltic-partnership.example.org");
  await form.getByRole("radio", { name: new RegExp(`^${programme.roles.editor}`) }).check();
  await form.getByRole("button", { name: programme.invitePartner }).click();
  await expect(form.getByRole("textbox", { name: programme.email })).toHaveAccessibleDescription(new RegExp(catalogue("en").refusals.partnerIsIn));
  const maris = await as("maris");
  for (const address of [programmeHome, `${programmeHome}/invite`]) expect((await maris.goto(address))?.status()).toBe(404);
});

/** A job carries the news from the house to the programme: look until it is there. */
async function tells(manager: Page, state: string): Promise<void> {
  await expect(async () => {
    await manager.goto(programmeHome);
    await expect(manager.getByRole("list", { name: programme.providersTitle }).getByRole("listitem").filter({ hasText: vidzeme.name }).getByText(state, { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}

async function hears(leader: Page, state: string): Promise<void> {
  await expect(async () => {
    await leader.goto(`${home(here)}/programmes`);
    await expect(leader.getByText(state, { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
}
