import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lettersIn } from "#lib/mail/deliver.ts";
import { loadContent } from "#prisma/content.ts";
import { post } from "#scripts/new-place.ts";
import { programmeNew } from "#scripts/programme-new.ts";
import { providerNew } from "#scripts/provider-new.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sempre-new-"));
const way = { APP_ORIGIN: "https://sempre.example", MAIL_FOLDER: folder };
const stage: { database?: TestDatabase; owner?: pg.Client } = {};

beforeAll(async () => {
  stage.database = await testDatabase();
  stage.owner = new pg.Client({ connectionString: stage.database.ownerUrl });
  await stage.owner.connect();
});
afterAll(async () => {
  await stage.owner?.end();
  await stage.database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (question: string, values: unknown[] = []) => (await stage.owner?.query<Record<string, string>>(question, values))?.rows ?? [];
const provider = (words: Record<string, string>) => providerNew(Object.entries(words).flatMap(([name, value]) => [`--${name}`, value]), way, stage.database?.ownerUrl);
const programme = (words: Record<string, string>) => programmeNew(Object.entries(words).flatMap(([name, value]) => [`--${name}`, value]), way, stage.database?.ownerUrl);
const roles = (email: string) => ask("select coalesce(o.slug, g.slug) as slug, role from auth.memberships m join auth.persons p on p.id = m.person_id left join providers o on o.id = provider_id left join programmes g on g.id = programme_id where email = $1 order by 1, 2", [email]);
const everything = async () => JSON.stringify(await ask("select (select count(*) from providers) as a, (select count(*) from programmes) as b, (select count(*) from auth.persons) as c, (select count(*) from auth.memberships) as d"));
const anna = { name: "Sēņu centrs", country: "LV", admin: "Anna@Example.org" };

describe("provider:new", () => {
  test("on an empty database: the provider, its administrator who is staff too, one letter in the country's language", async () => {
    expect(await provider(anna)).toMatchObject({ slug: "senu-centrs", again: false, admin: { email: "anna@example.org", name: "anna" } });
    expect(await ask("select name, sector, country, region_code, language, time_zone from providers")).toEqual([{ name: "Sēņu centrs", sector: "public", country: "LV", region_code: null, language: "lv", time_zone: "Europe/Riga" }]);
    expect(await roles("anna@example.org")).toEqual([{ slug: "senu-centrs", role: "admin" }, { slug: "senu-centrs", role: "staff" }]);
    const [{ id } = { id: "" }] = await ask("select id from providers");
    await ask("select set_config('app.provider_id', $1, false)", [id]);
    expect(await ask("select name, email from members")).toEqual([{ name: "anna", email: "anna@example.org" }]);
    const [letter] = await lettersIn(folder, 1);
    expect(letter).toMatchObject({ to: "anna@example.org", subject: expect.stringContaining("Sēņu centrs"), text: expect.stringContaining("https://sempre.example/lv/sign-in") });
  });

  test("the same again makes nothing, and invites again as long as she has not come in", async () => {
    const [before, letters] = [await everything(), (await lettersIn(folder, 50)).length];
    expect(await provider({ ...anna, admin: "anna@example.org" })).toMatchObject({ slug: "senu-centrs", again: true });
    expect(await lettersIn(folder, 50)).toHaveLength(letters + 1);
    await ask("update auth.memberships set joined_at = moment()");
    expect(await provider(anna)).toMatchObject({ again: true });
    expect(await lettersIn(folder, 50)).toHaveLength(letters + 1);
    expect(await everything()).toBe(before);
  });

  test.each<Record<string, string>>([{ country: "EE" }, { admin: "other@example.org" }, { sector: "third" }, { language: "en" }])("the same name with %o is refused", async (other) => {
    const before = await everything();
    await expect(provider({ ...anna, ...other })).rejects.toThrow("There is a provider called “Sēņu centrs” already (/at/senu-centrs)");
    expect(await everything()).toBe(before);
  });

  test("another name for the same address has a number; the person keeps one account", async () => {
    expect(await provider({ ...anna, name: "Senu Centrs", "admin-name": "Anna B." })).toMatchObject({ slug: "senu-centrs-2" });
    expect(await roles("anna@example.org")).toEqual(["senu-centrs", "senu-centrs-2"].flatMap((slug) => [{ slug, role: "admin" }, { slug, role: "staff" }]));
    expect(await ask("select name from auth.persons where email = 'anna@example.org'")).toEqual([{ name: "anna" }]);
  });

  test("two at once are made once", async () => {
    const made = await Promise.all([1, 2].map(() => provider({ name: "Reizē", country: "LV", admin: "reize@example.org" })));
    expect(made.map(({ again }) => again).sort()).toEqual([false, true]);
  });

  test("a region is one of the country's, once regions are there", async () => {
    const words = { name: "Dorfhilfe", country: "de", admin: "uwe@example.org", region: "DEF05" };
    await expect(provider(words)).rejects.toThrow("The database has no regions yet.");
    await loadContent(stage.owner as pg.Client);
    await expect(provider({ ...words, region: "LV00C" })).rejects.toThrow("“LV00C” is no region of DE.");
    expect(await provider(words)).toMatchObject({ slug: "dorfhilfe", admin: { language: "de" } });
    expect(await ask("select region_code, language, time_zone from providers where slug = 'dorfhilfe'")).toEqual([{ region_code: "DEF05", language: "de", time_zone: "Europe/Berlin" }]);
  });

  test.each([
    [{}, "--name is missing"], [{ name: "A" }, "--country is missing"], [{ name: "A", country: "FR" }, "“FR” is no country here"], [{ name: "…", country: "LV" }, "no letter or digit"],
    [{ name: "A", country: "LV" }, "--admin is missing"], [{ name: "A", country: "LV", admin: "anna" }, "“anna” is no e-mail address"], [{ name: "a".repeat(121) }, "longer than 120"],
    [{ name: "A", country: "LV", admin: "a@b.example", language: "fr" }, "“fr” is no language"], [{ name: "A", country: "LV", admin: "a@b.example", sector: "church" }, "“church” is no sector"],
    [{ nmae: "A" }, "Unknown option '--nmae'"],
  ])("%o is told in one sentence: %s", async (words, sentence) => {
    const before = await everything();
    await expect(provider(words as Record<string, string>)).rejects.toThrow(sentence);
    expect(await everything()).toBe(before);
  });

  test("a letter that cannot be sent is told; what was made stays, and the same words send it", async () => {
    const words = ["--name", "Bez vēstules", "--country", "LV", "--admin", "bez@example.org"];
    const broken = { APP_ORIGIN: way.APP_ORIGIN, SMTP_URL: "smtp://127.0.0.1:1", MAIL_FROM: "sempre@example.org" };
    await expect(providerNew(words, broken, stage.database?.ownerUrl)).rejects.toThrow("Bez vēstules is made, but the letter to bez@example.org could not be sent");
    expect(await providerNew(words, way, stage.database?.ownerUrl)).toMatchObject({ again: true });
    expect((await lettersIn(folder, 1))[0]).toMatchObject({ to: "bez@example.org" });
  });

  test("without a way for letters nothing is begun", () => {
    expect(() => post({})).toThrow("APP_ORIGIN is missing");
    expect(() => post({ APP_ORIGIN: "https://sempre.example", SMTP_URL: "smtp://mail" })).toThrow("There is no way for the letter");
  });
});

describe("programme:new", () => {
  const words = { name: "Northern partners", manager: "jonas@example.org", "manager-name": "Jonas" };

  test("makes a programme with its manager, once", async () => {
    expect(await programme(words)).toMatchObject({ slug: "northern-partners", again: false });
    expect(await programme(words)).toMatchObject({ slug: "northern-partners", again: true });
    expect(await roles("jonas@example.org")).toEqual([{ slug: "northern-partners", role: "manager" }]);
    expect((await lettersIn(folder, 1))[0]).toMatchObject({ to: "jonas@example.org", text: expect.stringContaining("https://sempre.example/en/sign-in") });
    await expect(programme({ ...words, manager: "else@example.org" })).rejects.toThrow("There is a programme called “Northern partners” already");
    await expect(programme({ name: "Another" })).rejects.toThrow("--manager is missing");
  });
});
