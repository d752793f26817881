/** An administrator opens a network: its words, its code, its poster. */
import { catalogue, expect, fits, test } from "./support/story.ts";
import { home, placeIn, sayIdea, unlike, type Place } from "./support/walk.ts";

const here = placeIn("en");
const { fields, focusGroups, network, provider, refusals, settings } = catalogue("en");

for (const { script, width } of [{ script: true, width: 360 }, { script: false, width: 1280 }]) {
  test(`Liene makes a network at ${width} px ${script ? "with" : "without"} JavaScript, prints its code, and a villager comes in by it; a replaced code opens nothing`, async ({ as, phone }) => {
    test.slow();
    const page = await as("liene", { viewport: { width, height: 800 }, javaScriptEnabled: script });
    const name = unlike("Sēņotāju ciems");
    await page.goto(`${home(here)}/settings`);
    await fits(page);
    await page.getByRole("link", { name: settings.make, exact: true }).click();
    await page.getByRole("textbox", { name: settings.name }).fill(name);
    await page.getByRole("button", { name: settings.makeNetwork }).click();
    for (const error of [fields.placeMissing, fields.networkContactMissing, fields.welcomeMissing]) await expect(page.getByRole("alert").getByText(error)).toBeVisible();
    await expect(page.getByRole("textbox", { name: settings.name })).toHaveValue(name);
    await fits(page);
    await page.getByRole("textbox", { name: settings.place }).fill("Sēņotāji");
    await page.getByRole("combobox", { name: settings.focusGroup }).selectOption(focusGroups["older people"]);
    await page.getByRole("combobox", { name: settings.contact }).selectOption("Ilze");
    await page.getByRole("combobox", { name: settings.networkSpeaks }).selectOption("lv");
    const welcome = unlike("Mēs esam kaimiņi");
    await page.getByRole("textbox", { name: settings.welcome }).fill(welcome);
    await expect(page.getByRole("textbox", { name: settings.houseRules }), "a beginning is there").not.toHaveValue("");
    await page.getByRole("button", { name: settings.makeNetwork }).click();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(page).toHaveURL(/\/settings\/networks\/senotaju-ciems/);
    await fits(page);

    const slug = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const codeCard = page.getByRole("region", { name: settings.codeTitle });
    const code = await codeCard.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/).innerText();
    const villager = await phone({ javaScriptEnabled: script });
    await useCode(code);
    await expect(villager.getByText(welcome)).toBeVisible();
    const place: Place = { ...here, network: { ...here.network, slug, name } };
    await sayIdea(villager, place, { what: unlike("Tilts pār upi") });
    await codeCard.getByRole("link", { name: settings.openPoster }).click();
    await expect(page.getByText(code)).toBeVisible();
    await page.goBack();

    await codeCard.getByRole("button", { name: settings.replaceCode }).click();
    await expect(codeCard.getByText(code)).toHaveCount(0);
    const fresh = await codeCard.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/).innerText();
    await useCode(code);
    await expect(villager.getByRole("alert").getByText(refusals.noSuchCode)).toBeVisible();
    await useCode(fresh);
    await expect(villager.getByRole("link", { name: network.propose })).toBeVisible();

    async function useCode(typed: string): Promise<void> {
      await villager.goto(home(here));
      await villager.getByRole("textbox", { name: provider.codeLabel }).fill(typed);
      await villager.getByRole("button", { name: provider.codeButton }).click();
    }
  });
}

test("a network's words change, the former ones are kept, and two at once see both", async ({ as, phone }) => {
  const [one, other] = [await as("liene"), await as("liene", { viewport: { width: 360, height: 740 } })];
  const name = unlike("Divu vārdu ciems");
  await one.goto(`${home(here)}/settings/networks/new`);
  for (const [field, text] of [[settings.name, name], [settings.place, "Kalnasēta"], [settings.welcome, "Sveiki!"]] as const) await one.getByRole("textbox", { name: field }).fill(text);
  await one.getByRole("combobox", { name: settings.focusGroup }).selectOption(focusGroups.carers);
  await one.getByRole("combobox", { name: settings.contact }).selectOption("Anna");
  await one.getByRole("combobox", { name: settings.networkSpeaks }).selectOption("lv");
  await one.getByRole("button", { name: settings.makeNetwork }).click();
  await expect(one.getByRole("heading", { level: 1, name })).toBeVisible();
  const address = one.url();
  await one.getByRole("link", { name: `${settings.change}: Latvian` }).click();
  await expect(one.getByRole("heading", { level: 1, name: settings.textsIn.replace("{language}", "Latvian") })).toBeVisible();
  await other.goto(one.url());

  const save = (page: typeof one) => page.getByRole("button", { name: settings.saveTexts }).click();
  for (const [page, words] of [[one, "Sveiki pirmie!"], [other, "Sveiki otrie!"]] as const) await page.getByRole("textbox", { name: settings.welcome }).fill(words);
  await save(one);
  await expect(one.getByText(settings.textsSaved)).toBeVisible();
  await save(other);
  await expect(other.getByText(refusals.textsChangedMeanwhile)).toBeVisible();
  await expect(other.getByRole("alert").filter({ hasText: settings.theirs }).getByText("Sveiki pirmie!")).toBeVisible();
  await expect(other.getByRole("textbox", { name: settings.welcome })).toHaveValue("Sveiki otrie!");
  await fits(other);
  await save(other);
  await expect(other.getByText(settings.textsSaved)).toBeVisible();

  await one.reload();
  const former = one.getByRole("list", { name: settings.former });
  for (const words of ["Sveiki!", "Sveiki pirmie!"]) await expect(former.getByText(words, { exact: true })).toBeVisible();
  await one.goto(address);
  await one.getByRole("combobox", { name: settings.furtherLanguage }).selectOption("en");
  await one.getByRole("button", { name: settings.addTexts }).click();
  for (const field of [settings.welcome, settings.houseRules, settings.whoSees]) await one.getByRole("textbox", { name: field }).fill("Hello from the village!");
  await one.getByRole("checkbox", { name: settings.translated }).check();
  await save(one);
  await expect(one.getByText(settings.textsSaved)).toBeVisible();
  await one.getByRole("link", { name: settings.backToNetwork }).click();
  await expect(one.getByRole("link", { name: `${settings.change}: English` })).toBeVisible();
  const reader = await phone();
  await reader.goto(`${home(here)}/networks/${new URL(one.url()).pathname.split("/").at(-1)}`);
  await expect(reader.getByText("Hello from the village!").first()).toBeVisible();
  await expect(reader.getByText(network.translated)).toBeVisible();
});
