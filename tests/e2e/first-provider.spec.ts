/** From an empty production database to the first idea. */
import { node } from "#scripts/child.ts";
import { comeInByLetter, letterTo } from "./support/letters.ts";
import { expect, test } from "./support/product.ts";
import { catalogue, fits } from "./support/story.ts";
import { ozolmuiza, sayIdea, unlike, vidzeme, type Place } from "./support/walk.ts";

const { focusGroups, landing, network, provider, settings, today } = catalogue("en");

test("Anna starts a provider on an empty database: one command, a letter, the settings, the first network and its poster; then a villager says the first idea", async ({ product, phone }) => {
  test.setTimeout(120_000);
  const { address, ownerUrl, letters } = await product({ seeded: false });
  const run = (parts: string[]) => node(parts, { DATABASE_OWNER_URL: ownerUrl, APP_ORIGIN: address, MAIL_FOLDER: letters });
  const content = await run(["prisma/content.ts"]);
  expect(content.code, content.said).toBe(0);
  const since = Date.now();
  const name = "Ādažu kaimiņu palīdzība";
  const made = await run(["scripts/provider-new.ts", "--name", name, "--country", "LV", "--admin", "anna@adazi.example.org", "--admin-name", "Anna", "--language", "en"]);
  expect(made.code, made.said).toBe(0);

  const anna = await phone({ baseURL: address, viewport: { width: 1280, height: 800 } });
  const fitsBoth = async () => {
    for (const width of [360, 1280]) {
      await anna.setViewportSize({ width, height: 800 });
      await fits(anna);
    }
  };
  const letter = await letterTo("anna@adazi.example.org", since, letters);
  expect(letter.text).toContain(name);
  await anna.goto(/https?:\/\/\S+/.exec(letter.text)?.[0] ?? "");
  await comeInByLetter(anna, "anna@adazi.example.org", letters);
  await expect(anna.getByRole("heading", { level: 1, name: today.hello.replace("{name}", "Anna") })).toBeVisible();
  await expect(anna.getByText(settings.empty.adminTitle)).toBeVisible();
  await fitsBoth();

  const slug = new URL(anna.url()).pathname.split("/")[3] ?? "";
  await anna.goto(`/en/at/${slug}/settings`);
  await expect(anna.getByText(settings.noneTitle)).toBeVisible();
  await anna.getByRole("textbox", { name: settings.providerName }).fill(`${name} un draugi`);
  await anna.getByRole("combobox", { name: settings.region }).selectOption("LV00C");
  await anna.getByRole("button", { name: settings.savePlate }).click();
  await expect(anna.getByText(settings.plateSaved)).toBeVisible();
  await fitsBoth();

  await anna.getByRole("link", { name: settings.makeFirst }).click();
  for (const [field, text] of [[settings.name, "Gaujas krasts"], [settings.place, "Ādaži"], [settings.welcome, "Mēs esam kaimiņi un viens birojs."]] as const) await anna.getByRole("textbox", { name: field }).fill(text);
  await anna.getByRole("combobox", { name: settings.focusGroup }).selectOption(focusGroups["older people"]);
  await anna.getByRole("combobox", { name: settings.networkSpeaks }).selectOption("lv");
  await expect(anna.getByRole("combobox", { name: settings.contact }).locator("option:checked"), "who is alone is the contact").toHaveText("Anna");
  await fitsBoth();
  await anna.getByRole("button", { name: settings.makeNetwork }).click();
  const code = await anna.getByRole("region", { name: settings.codeTitle }).getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/).innerText();
  await anna.getByRole("link", { name: settings.openPoster }).click();
  await expect(anna.getByText(code)).toBeVisible();
  await fitsBoth();

  const villager = await phone({ baseURL: address, viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await villager.goto("/en");
  await villager.getByRole("region", { name: landing.placesTitle }).getByRole("link", { name: `${name} un draugi` }).click();
  await villager.getByRole("textbox", { name: provider.codeLabel }).fill(code.toLowerCase());
  await villager.getByRole("button", { name: provider.codeButton }).click();
  await expect(villager.getByRole("link", { name: network.propose })).toBeVisible();
  await fits(villager);
  const place: Place = { provider: { ...vidzeme, slug, name }, network: { ...ozolmuiza, slug: new URL(villager.url()).pathname.split("/").at(-1) ?? "" }, language: "en" };
  const words = unlike("Glābšanas riņķi pie upes");
  await sayIdea(villager, place, { what: words });

  await anna.goto(`/en/at/${slug}/today`);
  await expect(anna.getByText(words)).toBeVisible();
  await fitsBoth();
});
