import { expect, test } from "vitest";
import ProviderPage from "#app/[locale]/at/[provider]/page.tsx";
import SettingsPage from "#app/[locale]/at/[provider]/settings/page.tsx";
import TodayPage from "#app/[locale]/at/[provider]/today/page.tsx";
import { changeDoorplate } from "#lib/providers/actions.ts";
import { timeZones } from "#lib/providers/time-zones.ts";
import { as, dithmarschen, inTheWorld, vidzeme, visitor } from "#tests/support/people.ts";

const world = inTheWorld();
const plate = { name: "Vidzemes centrs", speaks: "lv", timeZone: "Europe/Riga", region: "LV00C" };
const stands = () => world.rows(null, "select name, language, time_zone, region_code from providers where id = $1", [vidzeme.id]);
const props = () => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme" }), searchParams: Promise.resolve({}) }) as never;

test("an administrator changes what stands on the door, and everybody sees it", async () => {
  const liene = await as("liene");
  expect(await liene.does(changeDoorplate, { ...plate, speaks: "de", timeZone: "Europe/Berlin", region: "LV005" })).toMatchObject({ ok: true });
  expect(await stands()).toEqual([{ name: "Vidzemes centrs", language: "de", time_zone: "Europe/Berlin", region_code: "LV005" }]);
  expect(await world.rows(vidzeme, "select changed from events where deed = 'change doorplate'")).toEqual([{ changed: "name language timeZone regionCode sharing" }]);
  expect(JSON.stringify(await visitor().sees(() => ProviderPage(props())))).toContain("Vidzemes centrs");
  expect(await liene.does(changeDoorplate, { ...plate, region: "" })).toMatchObject({ ok: true });
  expect(await stands()).toEqual([{ name: "Vidzemes centrs", language: "lv", time_zone: "Europe/Riga", region_code: null }]);
});

test("another region or clock stops sharing, by a step of whoever changed it; anything else does not", async () => {
  const [liene, maris] = [await as("liene"), vidzeme.members.find(({ key }) => key === "maris")?.member];
  const sharing = async () => (await world.rows<{ state: string }>(vidzeme, "select state from sharings"))[0]?.state;
  const said = async () => JSON.stringify(await liene.sees(() => SettingsPage(props())));
  for (const change of [{ region: "LV005" }, { timeZone: "Europe/Berlin" }, { region: "" }]) {
    await liene.does(changeDoorplate, plate);
    await world.rows(vidzeme, "update sharings set state = 'on'");
    expect(await liene.does(changeDoorplate, { ...plate, name: "Cits", speaks: "de" })).toMatchObject({ ok: true });
    expect(await sharing()).toBe("on");
    expect(await said()).toContain('"state":"on"');
    const steps = await world.rows(vidzeme, "select id from sharing_steps");
    expect(await liene.does(changeDoorplate, { ...plate, ...change, language: "de" })).toMatchObject({ ok: true });
    expect(await sharing()).toBe("off");
    expect(await said()).toContain('"state":"off"');
    expect(await world.rows(vidzeme, "select step, text_version, language, m.name from sharing_steps s join members m on m.id = member_id where not s.id = any ($1)", [steps.map(({ id }) => id)])).toEqual([{ step: "off", text_version: 1, language: "de", name: "Liene" }]);
  }
  expect(await world.rows(vidzeme, "select from sharing_steps where member_id = $1", [maris])).toHaveLength(1);
});

test("a region lies in the own country, a clock in Europe, a language is one of the product's", async () => {
  const liene = await as("liene");
  const before = await stands();
  expect(await liene.does(changeDoorplate, { ...plate, region: "DEF05" })).toMatchObject({ ok: false, fields: { region: "This region is not in your country. Please choose another one." } });
  for (const [wrong, field] of [[{ region: "LV00C' --" }, "region"], [{ timeZone: "America/Lima" }, "timeZone"], [{ timeZone: "" }, "timeZone"], [{ speaks: "xx" }, "speaks"], [{ name: " " }, "name"]] as const) {
    expect(await liene.does(changeDoorplate, { ...plate, ...wrong })).toMatchObject({ ok: false, fields: { [field]: expect.any(String) } });
  }
  expect(await stands()).toEqual(before);
});

test("nobody changes another's door", async () => {
  const before = await world.rows(null, "select name from providers where id = $1", [dithmarschen.id]);
  expect(await (await as("liene")).does(changeDoorplate, { ...plate, provider: "dithmarschen" })).toBe("not found");
  expect(await (await as("ilze")).does(changeDoorplate, plate)).toBe("not found");
  expect(await world.rows(null, "select name from providers where id = $1", [dithmarschen.id])).toEqual(before);
});

test("Europe has more than forty clocks, Riga's among them", () => {
  expect(timeZones().length).toBeGreaterThan(40);
  expect(timeZones()).toContain("Europe/Riga");
});

test("a provider without a network leads its administrator to the first, and tells others what comes", async () => {
  const empty = { params: Promise.resolve({ locale: "en", provider: "leer" }), searchParams: Promise.resolve({}) } as never;
  const id = "01900000-0000-7100-8000-0000000000ee";
  await world.rows(null, "insert into providers (id, slug, name, sector, country, language, time_zone) values ($1, 'leer', 'Leer', 'public', 'DE', 'de', 'Europe/Berlin')", [id]);
  for (const [key, role] of [["liene", "admin"], ["ilze", "staff"], ["maris", "leader"]] as const) {
    const person = vidzeme.members.find((one) => one.key === key);
    await world.rows(null, "insert into auth.memberships (id, person_id, provider_id, member_id, role, joined_at) values (gen_random_uuid(), $1, $2, $3, $4, moment())", [person?.person, id, person?.member, role]);
  }
  const [liene, ilze, maris, stranger] = [await as("liene"), await as("ilze"), await as("maris"), visitor("leer")];
  for (const page of [TodayPage, ProviderPage]) {
    for (const person of [liene, ilze, maris]) expect(JSON.stringify(await person.sees(() => page(empty)))).toContain(`"mayMake":${person === liene}`);
  }
  expect(JSON.stringify(await stranger.sees(() => ProviderPage(empty)))).not.toContain("mayMake");
});
