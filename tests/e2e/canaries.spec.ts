/**
 * Every word of Dithmarschen's is a canary, and everything that Vidzeme's people and visitors are given is searched for one: pages and their data, headers,
 * files, answers to forms, letters, logs, what the product keeps. Dithmarschen's own people do hear them, so the search finds what there is.
 */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import pg from "pg";
import { lettersIn } from "#lib/mail/deliver.ts";
import { allAbilities } from "#lib/access/abilities.ts";
import { idFor } from "#prisma/chance.ts";
import { programme, type ProviderInWorld } from "#prisma/world.ts";
import { routes } from "#tests/support/routes.ts";
import { arrived, formsIn, type Answered, type Asker } from "./support/asking.ts";
import { canariesIn, columnOf, labelOf, plant } from "./support/canaries.ts";
import { expect, test } from "./support/product.ts";
import { dithmarschen, vidzeme } from "./support/walk.ts";

const ours: [string, string?][] = [["a visitor"], ["a participant", "valdis"], ["staff", "ilze"], ["a leader", "maris"], ["an administrator", "liene"], ...programme.members.filter(({ person }) => !dithmarschen.members.some((member) => member.person === person)).map(({ key, roles }): [string, string] => [`a programme's ${roles.join(" and ")}`, key])];
// Who works in the programme and at Dithmarschen too may hear what is theirs.
const theirs: [string, string?][] = [["a visitor"], ["a participant", "hanne"], ["staff", "birte"], ["a leader", "jonas"], ["an administrator", "meike"]];
const data = { RSC: "1" };

/** Every id and name of Vidzeme's, with the one of the same kind at Dithmarschen. */
function counterparts(slugs: string[]): [string, string][] {
  const ids = ({ networks, members, participants }: ProviderInWorld) => {
    const projects = networks.flatMap(({ projects = [] }) => projects);
    return [
      networks.map(({ id }) => id), networks.map(({ code }) => code), networks.flatMap(({ ideas }) => ideas.map(({ id }) => id)), networks.flatMap(({ groups }) => groups.map(({ id }) => id)), projects.map(({ id }) => id),
      projects.flatMap(({ id, activities }) => activities.map((_, at) => idFor("activity", id, at))), members.map(({ member }) => member), participants.map(({ participant }) => participant),
    ];
  };
  const [mine, other] = [[...ids(vidzeme), vidzeme.networks.map(({ slug }) => slug)], [...ids(dithmarschen), slugs]];
  return mine.flatMap((names, kind) => names.map((name, at): [string, string] => [name, other[kind]?.[at % (other[kind]?.length ?? 1)] ?? name]));
}

test("not one word of a provider's reaches another provider's people, whatever they ask for and however", async ({ product }) => {
  test.setTimeout(600_000);
  const began = Date.now();
  const { address, ownerUrl, letters, said } = await product();
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on("error", () => {}); // the database goes when the story is told
  await owner.connect();
  await owner.query("select set_config('app.provider_id', $1, false)", [dithmarschen.id]);
  // Who is signed in has a device.
  for (const [who, key] of theirs) await arrived(address, who, key);
  const sown = await plant(owner, dithmarschen);
  const slugs = (await owner.query<{ slug: string }>("select slug from networks order by created_at, id")).rows.map(({ slug }) => slug);
  const pairs = counterparts(slugs);
  const asTheirs = (text: string) => pairs.reduce((all, [mine, other]) => all.replaceAll(mine, other), text);
  // Nothing that a person wrote, is called or is reached by is left without one.
  expect([...sown.fixed, ...sown.empty].filter(({ class: kind }) => /words|personal|contact|secret/.test(kind)).map(labelOf)).toEqual([]);
  expect(sown.planted.length).toBeGreaterThan(40);

  const leaks = new Set<string>();
  const count = { answers: 0, bytes: 0, pages: 0, forms: 0 };
  const asked = new Set<string>(slugs); // an address that one has typed oneself is no news
  const searched = (what: string, { text }: Answered | { text: string }, named = "") => {
    count.answers += 1;
    count.bytes += text.length;
    for (const found of canariesIn(text, [...asked, named].join(" "))) leaks.add(`${found} in ${what}`);
  };

  // Every page, as a page and as data alone; by its own names and by the same names of Dithmarschen's; and every link that leads on at Vidzeme.
  const sent = new Map<string, { person: Asker; to: string; fields: Record<string, string> }>();
  const here = [...new Set(routes().map((route) => route.address))];
  const foreign = new Set(here.map(asTheirs).filter((one) => !here.includes(one)));
  const people: Asker[] = [];
  for (const [who, key] of ours) people.push(await arrived(address, who, key));
  await Promise.all(people.map(async (person) => {
    const [waiting, been] = [[...here, ...foreign, `/en/regions/figures.csv?region=LV00C&region=DEF05`, ...[...vidzeme.networks.map(({ slug }) => slug), ...slugs].map((slug) => `/api/at/vidzeme/networks/${slug}/qr`), "/healthz", "/readyz", "/metrics"], new Set<string>()];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (been.has(next)) continue;
      been.add(next);
      const page = await person.ask(next);
      searched(`${next} for ${person.who}`, page);
      if (foreign.has(next) || (page.status === 200 && here.includes(next))) searched(`the data of ${next} for ${person.who}`, await person.ask(next, data));
      if (page.status !== 200) continue;
      count.pages += 1;
      for (const [, href = ""] of page.text.matchAll(/href="(\/en\/at\/vidzeme[^"#]*)/g)) if (been.size < 120) waiting.push(href.replaceAll("&amp;", "&"));
      for (const form of formsIn(page.text, next)) sent.set(`${person.who} ${form.to.replace(/[0-9a-f-]{36}/g, "…")} ${Object.keys(form.fields).filter((name) => !name.startsWith("$")).join(" ")}`, { person, ...form });
    }
  }));

  // Every form that was met, with Dithmarschen's names in it; every deed as JSON with all the names there are.
  const [network] = dithmarschen.networks;
  const any = { id: crypto.randomUUID(), provider: "vidzeme", programme: programme.slug, language: "en", code: network?.code ?? "", words: "river chair lamp 12", group: network?.groups[0]?.id ?? "", contact: network?.contact ?? "", member: dithmarschen.members[0]?.member ?? "", person: dithmarschen.members[0]?.member ?? "", idea: network?.ideas[0]?.id ?? "", project: network?.projects?.[0]?.id ?? "", activity: idFor("activity", network?.projects?.[0]?.id ?? "", 0), invitation: programme.id, place: dithmarschen.id, invited: dithmarschen.id, comparison: dithmarschen.id, version: "1", what: "x", forWhom: "x", weHave: "x", text: "x", why: "x", spoke: "self", step: "what", name: "x", called: "x", role: "helper", session: "others" };
  const ends = new Set(["finish and clear", "sign out", "end session", "come in"]);
  for (const [at, { person, to, fields }] of [...sent.values()].entries()) {
    const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, name === "provider" || name.startsWith("$") ? value : asTheirs(value)]));
    if (to.includes("finish-and-clear") || to.includes("sign-out")) continue; // they would end what the others need
    searched(`form ${at} at ${to} sent by ${person.who}`, await person.send(to, named, "form"), JSON.stringify(named));
    count.forms += 1;
  }
  for (const ability of allAbilities.filter((name) => !ends.has(name))) {
    const named = { ...any, network: /idea|draft/.test(ability) ? (slugs[0] ?? "") : (network?.id ?? "") };
    for (const person of people) searched(`“${ability}” by ${person.who}`, await person.send(`/api/deeds/${ability.replaceAll(" ", "-")}`, named, "json"));
  }

  // Letters: an invitation to somebody whom Dithmarschen knows too, one to somebody new, and a way in.
  const [shared] = (await owner.query<{ email: string }>("select email from auth.persons where email like 'canary%' order by email")).rows;
  asked.add(shared?.email ?? "");
  const admin = await arrived(address, "an administrator", "liene");
  for (const email of [shared?.email ?? "", "newcomer@example.org"]) searched("an invitation", await admin.send("/api/deeds/invite-member", { ...any, id: crypto.randomUUID(), name: "Newcomer", email, reads: "lv", staff: "yes" }, "json"));
  searched("a way in", await admin.send("/api/deeds/ask-letter", { language: "en", email: vidzeme.members[0]?.email ?? "" }, "json"));
  searched("the people page", await admin.ask("/en/at/vidzeme/people"));
  await expect.poll(async () => (await lettersIn(letters, 50)).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3);
  for (const { to, subject, text } of await lettersIn(letters, 50)) if (to !== shared?.email) searched(`a letter to ${to}`, { text: `${to}\n${subject}\n${text}` });

  // At Dithmarschen's own door Vidzeme's people are visitors: they are given what every visitor is, and not a word more.
  const there = here.filter((one) => one.includes("/at/vidzeme")).map((one) => asTheirs(one).replaceAll("vidzeme", dithmarschen.slug));
  const strangers = [people[0], ...people.slice(1, 5)] as Asker[];
  for (const one of there) {
    const given = await Promise.all(strangers.map(async (person) => canariesIn((await person.ask(one)).text, slugs.join(" "))));
    for (const [at, songs] of given.entries()) for (const song of songs) if (!given[0]?.includes(song)) leaks.add(`${song} at their door, ${one} for ${strangers[at]?.who}`);
  }

  // What the product writes beside its answers.
  searched("the log", { text: said() });
  for (const file of globSync(".next/{cache,server}/**/*").filter((name) => existsSync(name) && statSync(name).isFile() && statSync(name).mtimeMs > began)) searched(`the product's ${file}`, { text: readFileSync(file, "latin1") });
  expect([...leaks].sort()).toEqual([]);

  // The search finds what there is: Dithmarschen's own people are given their canaries.
  const heard = new Map<string, Set<string>>();
  await Promise.all(theirs.map(async ([who, key]) => {
    const person = await arrived(address, who, key);
    const songs = new Set<string>();
    for (const one of there) for (const headers of [{}, data]) for (const song of canariesIn((await person.ask(one, headers)).text)) songs.add(columnOf(song));
    heard.set(who, songs);
  }));
  const columns = new Set([...heard.values()].flatMap((songs) => [...songs]));
  console.log(`Canaries in ${sown.planted.length} columns (${sown.fixed.length} hold fixed words only): none in ${count.answers} answers, ${Math.round(count.bytes / 1e6)} MB, of ${count.pages} pages and ${count.forms} forms; Dithmarschen's own people hear ${columns.size} columns.`);
  for (const [who, songs] of heard) expect(songs.size, `${who} hears canaries`).toBeGreaterThan(3);
  expect(columns.size).toBeGreaterThan(25);
  await owner.end();
});
