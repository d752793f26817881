/** Makes a provider with its first person, who is administrator and staff, and sends the invitation. `npm run provider:new -- --name … --country LV --admin anna@…` */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { freeSlug } from "#lib/data/slugs.ts";
import { loadEnvironment } from "./environment.ts";
import { Failure } from "./failures.ts";
import { asOwner, enrol, firstPerson, inviteFirst, named, post, wordsIn, type First, type Post } from "./new-place.ts";
import { run } from "./run.ts";

const usage = 'npm run provider:new -- --name "Village Help" --country LV --admin anna@example.org [--admin-name Anna] [--region LV00C] [--language lv] [--sector public]';

// By country: the clock of its capital, and its language where the product speaks it.
const countries: Record<string, { timeZone: string; language: string }> = {
  DE: { timeZone: "Europe/Berlin", language: "de" }, DK: { timeZone: "Europe/Copenhagen", language: "en" }, EE: { timeZone: "Europe/Tallinn", language: "en" }, FI: { timeZone: "Europe/Helsinki", language: "en" },
  LT: { timeZone: "Europe/Vilnius", language: "en" }, LV: { timeZone: "Europe/Riga", language: "lv" }, PL: { timeZone: "Europe/Warsaw", language: "en" }, SE: { timeZone: "Europe/Stockholm", language: "en" },
};
const sectors = ["public", "private", "third"];

type New = { name: string; slug: string; country: string; region: string | null; timeZone: string; language: string; sector: string; admin: First };
export type Made = { name: string; slug: string; admin: First; again: boolean; invited: boolean };

/** Makes what the words say and mails the first invitation; the same words again make nothing twice, and invite again who has not come in. */
export async function providerNew(said: string[], way: Post, ownerUrl?: string): Promise<Made> {
  const wanted = understood(said);
  const { slug, again, joined } = await asOwner(async (client) => (await alreadyThere(client, wanted)) ?? { slug: await make(client, wanted), again: false, joined: false }, ownerUrl);
  if (!joined) await inviteFirst(wanted.admin, wanted.name, way);
  return { name: wanted.name, slug, admin: wanted.admin, again, invited: !joined };
}

function understood(said: string[]): New {
  const words = wordsIn(["name", "country", "admin", "admin-name", "region", "language", "sector"] as const, said, usage);
  const { name, slug } = named(words.name, usage);
  const country = words.country?.toUpperCase() ?? "";
  const home = countries[country];
  if (!home) throw new Failure(`${words.country ? `“${words.country}” is no country here` : "--country is missing"}: it is one of ${Object.keys(countries).join(", ")}.`, usage);
  const sector = words.sector ?? "public";
  if (!sectors.includes(sector)) throw new Failure(`“${sector}” is no sector: it is one of ${sectors.join(", ")}.`, usage);
  const admin = firstPerson("admin", words.admin, words["admin-name"], words.language ?? home.language, usage);
  return { name, slug, country, sector, timeZone: home.timeZone, language: admin.language, region: words.region?.toUpperCase() ?? null, admin };
}

type Found = { id: string; slug: string; country: string; region: string | null; sector: string; language: string };

// The same again is what it was; another provider of this name would be taken for it.
async function alreadyThere(client: pg.Client, wanted: New): Promise<{ slug: string; again: true; joined: boolean } | undefined> {
  const { rows: [found] } = await client.query<Found>("select id, slug, country, region_code as region, sector, language from providers where lower(name) = lower($1)", [wanted.name]);
  if (!found) return undefined;
  const { rows: [admin] } = await client.query<{ joined: boolean }>(
    `select joined_at is not null as joined from auth.memberships m join auth.persons p on p.id = m.person_id where provider_id = $1 and role = 'admin' and email = $2`, [found.id, wanted.admin.email]);
  const same = found.country === wanted.country && found.sector === wanted.sector && found.language === wanted.language && found.region === wanted.region;
  if (!same || !admin) throw new Failure(`There is a provider called “${wanted.name}” already (/at/${found.slug}), and it is not the one you describe. Nothing was made.`, "Choose another name, or sign in there and change it in the settings.");
  return { slug: found.slug, again: true, joined: admin.joined };
}

async function make(client: pg.Client, { name, slug: wish, country, region, timeZone, language, sector, admin }: New): Promise<string> {
  const nutsVersion = region && (await divisionWith(client, region, country));
  const { rows: taken } = await client.query<{ slug: string }>("select slug from providers where slug like $1", [`${wish}%`]);
  const [id, memberId, slug] = [randomUUID(), randomUUID(), freeSlug(wish, taken.map((one) => one.slug))];
  await client.query(
    "insert into providers (id, slug, name, sector, country, nuts_version, region_code, language, time_zone) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [id, slug, name, sector, country, nutsVersion, region, language, timeZone],
  );
  await client.query("select set_config('app.provider_id', $1, true)", [id]); // the owner's rows are guarded too
  await client.query("insert into members (id, name, email) values ($1, $2, $3)", [memberId, admin.name, admin.email]);
  // Staff too, so that the first idea has a reader; whoever comes next can take over either role.
  await enrol(client, admin, { providerId: id, memberId, roles: ["admin", "staff"] });
  return slug;
}

async function divisionWith(client: pg.Client, region: string, country: string): Promise<string> {
  const { rows } = await client.query<{ code: string; name: string; version: string }>("select code, name, nuts_version as version from regions where country = $1 order by nuts_version desc, code", [country]);
  if (rows.length === 0) throw new Failure("The database has no regions yet.", "Run npm run content:load first, or leave --region out: it can be chosen in the settings later.");
  const found = rows.find(({ code }) => code === region);
  if (!found) throw new Failure(`“${region}” is no region of ${country}.`, `It is one of ${rows.map(({ code, name }) => `${code} ${name}`).join(", ")}; or leave --region out.`);
  return found.version;
}

if (import.meta.main) {
  await run(async () => {
    loadEnvironment();
    const way = post();
    const { name, slug, admin, again, invited } = await providerNew(process.argv.slice(2), way);
    console.log(again ? `${name} was there already; nothing was made.` : `${name} is made, with ${admin.name} as its administrator and first member of staff, who reads its ideas.`);
    console.log(`  ${way.APP_ORIGIN}/${admin.language}/at/${slug}`);
    console.log(`→ ${invited ? `An invitation is on its way to ${admin.email}.` : `${admin.name} has come in already and gets no letter.`} After signing in at ${way.APP_ORIGIN}/${admin.language}/sign-in: make the first network in the settings, and print its poster.`);
  });
}
