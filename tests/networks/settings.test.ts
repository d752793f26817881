import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import NetworkPage from "#app/[locale]/at/[provider]/networks/[network]/page.tsx";
import PosterPage from "#app/[locale]/at/[provider]/networks/[network]/poster/page.tsx";
import SettingsPage from "#app/[locale]/at/[provider]/settings/page.tsx";
import NetworkTextsPage from "#app/[locale]/at/[provider]/settings/networks/[network]/texts/page.tsx";
import NetworkSettingsPage from "#app/[locale]/at/[provider]/settings/networks/[network]/page.tsx";
import NewNetworkPage from "#app/[locale]/at/[provider]/settings/networks/new/page.tsx";
import { SettingsCard } from "#components/networks/settings-card.tsx";
import { changeNetwork, makeNetwork, replaceCode, useCode, writeNetworkTexts } from "#lib/networks/actions.ts";
import { as, dithmarschen, inTheWorld, isSentOn, vidzeme, visitor, type Answer, type Form, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const texts = { welcome: "Mēs esam sēņotāji.", houseRules: "Viens runā.", whoSees: "Tikai Ilze." };
const contact = vidzeme.members[0]?.member ?? "";
const form = (more: Form = {}): Form => ({ id: randomUUID(), name: "Sēņotāju ciems", place: "Priežmala", focusGroup: "older people", contact, speaks: "lv", ...texts, ...more });
const props = (params: object = {}) => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", ...params }), searchParams: Promise.resolve({}) }) as never;

const goneTo = (answer: Answer) => (isSentOn(answer) ? answer.goTo : JSON.stringify(answer));
const code = async (network: string) => (await world.rows<{ code: string }>(vidzeme, "select code from visitor_codes where network_id = $1", [network]))[0]?.code ?? "";
async function made(liene: Person, more: Form = {}): Promise<{ id: string; slug: string }> {
  const network = form({ name: `Ciems ${randomUUID().slice(0, 8)}`, ...more });
  const slug = goneTo(await liene.does(makeNetwork, network)).split("/").at(-1) ?? "";
  return { id: network.id ?? "", slug };
}

describe("a network is made", () => {
  test("with its address, texts and code, and opens to visitors by all of them", async () => {
    const [liene, network] = [await as("liene"), form()];
    expect(goneTo(await liene.does(makeNetwork, network))).toBe("/en/at/vidzeme/settings/networks/senotaju-ciems");
    expect(await world.rows(vidzeme, "select language, origin, welcome, version from network_texts where network_id = $1", [network.id])).toEqual([{ language: "lv", origin: "written", welcome: texts.welcome, version: 1 }]);
    expect(await code(network.id ?? "")).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    const stranger = visitor();
    expect(goneTo(await stranger.does(useCode, { code: await code(network.id ?? "") }))).toBe("/en/at/vidzeme/networks/senotaju-ciems");
    expect(JSON.stringify(await stranger.sees(() => NetworkPage(props({ network: "senotaju-ciems" }))))).toContain("Priežmala");
    expect(await stranger.sees(() => PosterPage(props({ network: "senotaju-ciems" })))).not.toBe("not found");
    expect(await world.rows(vidzeme, "select deed, network_id from events where subject_id = $1 and deed <> 'use code'", [network.id])).toEqual([{ deed: "make network", network_id: network.id }]);
  });

  test("twice by one form once, and a second one of the name has a number", async () => {
    const [liene, network] = [await as("liene"), form({ name: "Divi ciemi" })];
    for (let sent = 0; sent < 2; sent += 1) expect(goneTo(await liene.does(makeNetwork, network))).toBe("/en/at/vidzeme/settings/networks/divi-ciemi");
    expect(goneTo(await liene.does(makeNetwork, form({ name: "Divi ciemi" })))).toBe("/en/at/vidzeme/settings/networks/divi-ciemi-2");
    expect(goneTo(await liene.does(makeNetwork, form({ name: "Divi ciemi" })))).toBe("/en/at/vidzeme/settings/networks/divi-ciemi-3");
    expect(goneTo(await liene.does(makeNetwork, form({ name: "Деревня", place: "Priežmala" })))).toBe("/en/at/vidzeme/settings/networks/priezmala");
    // Addresses are a provider's own.
    expect(await world.rows(dithmarschen, "select from networks where slug like 'divi%'")).toEqual([]);
  });

  test("by two forms of one name at once: two networks, or one and a word to try again", async () => {
    const liene = await as("liene");
    const answers = await Promise.all([1, 2, 3].map(() => liene.does(makeNetwork, form({ name: "Reizē" }))));
    const slugs = (await world.rows<{ slug: string }>(vidzeme, "select slug from networks where slug like 'reize%'")).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(answers.filter(isSentOn).length);
    expect(answers.filter(isSentOn).length).toBeGreaterThan(0);
  });

  test("only with a contact of the house, and everything missing is named at once", async () => {
    const liene = await as("liene");
    expect(await liene.does(makeNetwork, form({ contact: dithmarschen.members[0]?.member ?? "" }))).toBe("not found");
    const answer = await liene.does(makeNetwork, { id: randomUUID() });
    expect(Object.keys((answer as { fields: object }).fields).sort()).toEqual(["contact", "focusGroup", "houseRules", "name", "place", "speaks", "welcome", "whoSees"]);
  });

  test("only with a contact who reads ideas, and who is offered for it", async () => {
    const [liene, leader] = [await as("liene"), vidzeme.members.find(({ key }) => key === "maris")?.member ?? ""];
    const no = { ok: false, fields: { contact: expect.stringContaining("does not read ideas") } };
    const offered = async (id: string) => JSON.stringify(await liene.sees(() => NewNetworkPage(props()))).includes(id);
    const { id, slug } = await made(liene);
    const change = (to: string): Form => ({ network: id, version: "1", name: "Cits", place: "Priežmala", focusGroup: "older people", speaks: "lv", contact: to });
    expect(await offered(leader)).toBe(false);
    expect(await liene.does(makeNetwork, form({ contact: leader }))).toMatchObject(no);
    expect(await liene.does(changeNetwork, change(leader))).toMatchObject(no);
    expect(await world.rows(vidzeme, "select name from networks where id = $1", [id])).not.toEqual([{ name: "Cits" }]);
    expect(await offered(contact)).toBe(true);
    await world.rows(null, "update auth.memberships set suspended_at = moment() where member_id = $1", [contact]);
    expect(await offered(contact)).toBe(false);
    expect(await liene.does(makeNetwork, form())).toMatchObject(no);
    expect(await liene.does(changeNetwork, change(contact))).toMatchObject(no);
    expect(JSON.stringify(await liene.sees(() => SettingsCard({ provider: "vidzeme", slug, network: { id, contactId: contact, contact: { name: "Ilze" }, version: 1 } as never, people: [] })))).toContain("Ilze does not read ideas any more");
    await world.rows(null, "update auth.memberships set suspended_at = null where member_id = $1", [contact]);
  });

  test("where nobody reads ideas, the page sends to the people first", async () => {
    const liene = await as("liene");
    const said = async () => JSON.stringify(await liene.sees(() => NewNetworkPage(props())));
    expect(await said()).toContain('"now":true');
    await world.rows(null, "update auth.memberships set suspended_at = moment() where provider_id = $1 and role = 'staff'", [vidzeme.id]);
    expect(await said()).toContain('"now":false');
    await world.rows(null, "update auth.memberships set suspended_at = null where provider_id = $1", [vidzeme.id]);
  });

  test("under the name of the page that makes one, and has settings of its own all the same", async () => {
    const liene = await as("liene");
    const [first, second] = [await made(liene, { name: "New" }), await made(liene, { name: "New" })];
    expect([first.slug, second.slug]).toEqual(["new-2", "new-3"]);
    expect(await liene.sees(() => NetworkSettingsPage(props({ network: "new-2" })))).not.toBe("not found");
  });

  test("by nobody but an administrator", async () => {
    for (const key of ["ilze", "maris", "valdis"]) expect(await (await as(key)).does(makeNetwork, form())).toBe("not found");
  });
});

describe("a network is changed", () => {
  test("and its address stays; a colleague's change in the meantime is shown", async () => {
    const liene = await as("liene");
    const { id, slug } = await made(liene);
    const { id: _, welcome: __, houseRules: ___, whoSees: ____, ...card } = form({ name: "Jauns vārds", network: id, version: "1" });
    expect(await liene.does(changeNetwork, card)).toMatchObject({ ok: true });
    expect(await liene.does(changeNetwork, card)).toMatchObject({ ok: true }); // sent twice
    expect(await world.rows(vidzeme, "select name, slug, version from networks where id = $1", [id])).toEqual([{ name: "Jauns vārds", slug, version: 2 }]);
    expect(await world.rows(vidzeme, "select changed from events where subject_id = $1 and deed = 'change network'", [id])).toEqual([{ changed: "name" }]);
    const late = await liene.does(changeNetwork, { ...card, name: "Cits vārds" });
    expect(late).toMatchObject({ ok: false, typed: { name: "Cits vārds" }, theirs: { text: expect.stringContaining("Jauns vārds"), by: "Liene", version: 2 } });
    expect(late).toMatchObject({ theirs: { text: "Jauns vārds · Priežmala · older people · Ilze · Latvian" } });
    const german = await liene.does(changeNetwork, { ...card, name: "Cits vārds", language: "de" });
    expect(german, "in the reader's words").toMatchObject({ theirs: { text: "Jauns vārds · Priežmala · Ältere Menschen · Ilze · Lettisch" } });
    expect(await liene.does(changeNetwork, { ...card, name: "Cits vārds", version: "2" })).toMatchObject({ ok: true });
  });
});

describe("a network's texts", () => {
  const speaking = (network: string, more: Form = {}): Form => ({ network, speaks: "lv", version: "1", welcome: "Jauns", houseRules: "Noteikumi", whoSees: "Visi", ...more });

  test("are changed, and the former ones kept with who and when", async () => {
    const liene = await as("liene");
    const { id, slug } = await made(liene);
    expect(await liene.does(writeNetworkTexts, speaking(id))).toMatchObject({ ok: true });
    expect(await liene.does(writeNetworkTexts, speaking(id))).toMatchObject({ ok: true }); // sent twice
    expect(await world.rows(vidzeme, "select v.version, welcome, m.name from network_text_versions v join members m on m.id = replaced_by where network_id = $1", [id])).toEqual([{ version: 1, welcome: texts.welcome, name: "Liene" }]);
    expect(JSON.stringify(await liene.sees(() => NetworkTextsPage({ ...(props({ network: slug }) as object), searchParams: Promise.resolve({ speaks: "lv" }) } as never)))).toContain(texts.welcome);
    expect(await liene.sees(() => NetworkSettingsPage(props({ network: slug })))).not.toBe("not found");
  });

  test("stand in a further language too, marked as a translation where they are one", async () => {
    const liene = await as("liene");
    const { id } = await made(liene);
    expect(await liene.does(writeNetworkTexts, speaking(id, { speaks: "en", version: "0", translated: "yes" }))).toMatchObject({ ok: true });
    expect(await world.rows(vidzeme, "select language, origin, version from network_texts where network_id = $1 order by 1", [id])).toEqual([{ language: "en", origin: "translated", version: 1 }, { language: "lv", origin: "written", version: 1 }]);
    expect(await liene.does(writeNetworkTexts, speaking(id, { speaks: "xx", version: "0" }))).toMatchObject({ ok: false, fields: { speaks: "Please choose a language." } });
  });

  test("written by two at once: the second sees both, and nothing is overwritten", async () => {
    const liene = await as("liene");
    const { id } = await made(liene);
    for (const [version, speaks] of [["1", "lv"], ["0", "de"]] as const) {
      const answers = await Promise.all(["Viens", "Divi"].map((welcome) => liene.does(writeNetworkTexts, speaking(id, { welcome, version, speaks }))));
      const [lost] = answers.filter((answer) => typeof answer === "object" && "ok" in answer && !answer.ok);
      expect(answers.filter((answer) => typeof answer === "object" && "ok" in answer && answer.ok)).toHaveLength(1);
      expect(lost).toMatchObject({ theirs: { by: "Liene", text: expect.stringMatching(/^(Viens|Divi)\n\nNoteikumi/), version: Number(version) + 1 } });
    }
  });
});

describe("the code of a poster", () => {
  test("is replaced: the old one opens nothing any more, the address still does", async () => {
    const liene = await as("liene");
    const { id, slug } = await made(liene);
    const old = await code(id);
    const again = { network: id, id: randomUUID(), replaces: old };
    expect(await liene.does(replaceCode, again)).toMatchObject({ ok: true });
    const fresh = await code(id);
    expect(fresh).not.toBe(old);
    expect(await liene.does(replaceCode, again)).toMatchObject({ ok: true }); // sent twice
    expect(await code(id)).toBe(fresh);
    const stranger = visitor();
    expect(await stranger.does(useCode, { code: old })).toMatchObject({ ok: false, refusal: expect.stringContaining("We do not find this code") });
    expect(goneTo(await stranger.does(useCode, { code: fresh }))).toBe(`/en/at/vidzeme/networks/${slug}`);
    expect(await stranger.sees(() => NetworkPage(props({ network: slug })))).not.toBe("not found");
  });

  test("by two at once is replaced by one of them", async () => {
    const liene = await as("liene");
    const { id } = await made(liene);
    const replaces = await code(id);
    const answers = await Promise.all([1, 2, 3].map(() => liene.does(replaceCode, { network: id, id: randomUUID(), replaces })));
    expect(answers.filter((answer) => typeof answer === "object" && "ok" in answer && answer.ok)).toHaveLength(1);
    expect(await world.rows(vidzeme, "select from visitor_codes where network_id = $1", [id])).toHaveLength(1);
  });

  test("that was replaced in turn does not come back by the old form", async () => {
    const liene = await as("liene");
    const { id } = await made(liene);
    const first = { network: id, id: randomUUID(), replaces: await code(id) };
    await liene.does(replaceCode, first);
    expect(await liene.does(replaceCode, { network: id, id: randomUUID(), replaces: await code(id) })).toMatchObject({ ok: true });
    const printed = await code(id);
    expect(await liene.does(replaceCode, first)).toMatchObject({ ok: false, refusal: expect.stringContaining("in the meantime") });
    expect(await code(id)).toBe(printed);
  });

  test("that another network bears already is passed over", async () => {
    const liene = await as("liene");
    const [one, two] = [await made(liene), await made(liene)];
    const again = { network: two.id, id: randomUUID(), replaces: await code(two.id) };
    await liene.does(replaceCode, again);
    const wanted = await code(two.id);
    await world.rows(vidzeme, "delete from visitor_codes where network_id = $1", [two.id]);
    await world.rows(vidzeme, "update visitor_codes set code = $2 where network_id = $1", [one.id, wanted]);
    expect(await liene.does(replaceCode, again)).toMatchObject({ ok: true });
    expect(await code(two.id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(await code(two.id)).not.toBe(wanted);
  });
});

test("the settings list every network with its code as it is printed", async () => {
  const page = JSON.stringify(await (await as("liene")).sees(() => SettingsPage(props())));
  for (const { name, code: own } of vidzeme.networks) {
    expect(page).toContain(name);
    expect(page).toContain(own);
  }
});
