/** The world that is measured: invented providers with ideas, micro projects and diaries, made by few large statements. */
import pg from "pg";
import { loadContent } from "#prisma/content.ts";
import { people, places, publish, work } from "./world-rows.ts";
import { participantsEach, slugOf, staffEach } from "./sessions.ts";
import { shares, type Size } from "./sizes.ts";

/** Fills an empty, migrated database and says after every tenth of the ideas how far it is. */
export async function makeWorld(ownerUrl: string, { providers, ideas }: Size, hear: (line: string) => void): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    await client.query("begin");
    await loadContent(client);
    await client.query(publish);
    await client.query("commit");
    let [made, told] = [0, 0];
    for (const [at, share] of shares(providers, ideas).entries()) {
      await makeProvider(client, { place: at + 1, ideas: share, sessions: participantsEach(providers) });
      made += share;
      if (made - told < ideas / 10) continue;
      told = made;
      hear(`${at + 1} providers, ${made} ideas`);
    }
    await client.query("analyze");
  });
}

/** Adds two providers to that world, which differ in how many ideas they have and in nothing else. */
export async function addPair(ownerUrl: string, { providers, pair }: Size): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    for (const [at, ideas] of pair.entries()) await makeProvider(client, { place: providers + 1 + at, ideas, sessions: 1, networks: 3 });
    await client.query("analyze");
  });
}

/** Asks as the owner about one provider's rows. */
export async function rowsOf<Row extends pg.QueryResultRow>(ownerUrl: string, slug: string, question: string): Promise<Row[]> {
  return asOwner(ownerUrl, (client) => within(client, slug, async () => (await client.query<Row>(question)).rows));
}

type Provider = { place: number; ideas: number; sessions: number; networks?: number };

// One transaction a provider. The owner's rows are guarded too: the guard itself writes whose they are.
async function makeProvider(client: pg.Client, { place, ideas, sessions, networks = Math.min(12, 3 + Math.floor(ideas / 2_000)) }: Provider): Promise<void> {
  const slug = slugOf(place);
  await client.query("insert into providers (id, slug, name, sector, country, nuts_version, region_code, language, time_zone, created_at) select gen_random_uuid(), $1, 'Neighbours of place ' || $2::int, 'third', country, nuts_version, code, 'en', 'Europe/Riga', moment() - interval '800 days' from regions order by nuts_version desc, code offset ($2::int * 7) % (select count(*) from regions) limit 1", [slug, place]);
  await within(client, slug, async () => {
    for (const statement of people) await client.query(statement(slug, { staffEach, sessions }));
    for (const statement of places) await client.query(statement(networks));
    for (const statement of work) await client.query(statement(ideas));
  });
}

async function within<T>(client: pg.Client, slug: string, make: () => Promise<T>): Promise<T> {
  await client.query("begin");
  await client.query("select set_config('app.provider_id', (select id::text from providers where slug = $1), true)", [slug]);
  const made = await make();
  await client.query("commit");
  return made;
}

async function asOwner<T>(ownerUrl: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "sempre bench" });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end(); // without the commit nothing stays
  }
}
