/** Lists that are longer than a page: every place, network and group is found, each once, by going on. */
import { beforeAll, expect, test } from "vitest";
import { enter } from "#lib/access/enter.ts";
import { within } from "#lib/data/within.ts";
import { groupsPage } from "#lib/groups/queries.ts";
import { networksPage } from "#lib/networks/queries.ts";
import { openProviders, placesIn } from "#lib/providers/queries.ts";
import { as, inTheWorld, vidzeme } from "#tests/support/people.ts";

const world = inTheWorld();
type Page<Row> = { rows: Row[]; next: string | null };

beforeAll(async () => {
  const [network] = vidzeme.networks;
  await world.rows(null, "insert into providers (id, slug, name, sector, country, language, time_zone) select gen_random_uuid(), 'place-' || n, 'Place ' || n, 'third', 'EE', 'en', 'Europe/Tallinn' from generate_series(1, 120) n");
  await world.rows(vidzeme, "insert into networks (id, slug, name, place, focus_group, contact_id, language) select gen_random_uuid(), 'more-' || n, 'Network ' || n, 'Ozolmuiža', focus_group, contact_id, language from networks, generate_series(1, 110) n where slug = $1", [network?.slug]);
  await world.rows(vidzeme, "insert into groups (id, network_id, name, language, about_size, contact_id) select gen_random_uuid(), network_id, 'Circle ' || n % 40, language, about_size, contact_id from groups, generate_series(1, 110) n where id = $1", [network?.groups[0]?.id]);
});

test("somebody who looks for their place finds every provider, and those of one country beside each other", async () => {
  const all = await turned((after) => openProviders({ after }), ({ slug }) => slug);
  expect(all).toHaveLength((await world.rows(null, "select id from providers")).length);
  const estonian = await turned((after) => openProviders({ country: "EE", after }), ({ country, slug }) => `${country} ${slug}`);
  expect(estonian).toHaveLength(120);
  expect(estonian.filter((place) => !place.startsWith("EE "))).toEqual([]);
});

test("an address that names no country and no place begins at the beginning", () => {
  expect(placesIn({ country: "EE'; --", after: "../x" })).toEqual({});
  expect(placesIn({ country: ["EE"], after: ["a", "b"] })).toEqual({});
});

test("staff reach every network and every group of a provider that has many", async () => {
  const ilze = await as("ilze");
  await ilze.sees(async () => {
    const actor = await enter("vidzeme", "see groups");
    const networks = await turned((after) => within(actor, (db) => networksPage(db, after)), ({ slug }) => slug);
    const groups = await turned((after) => within(actor, (db) => groupsPage(db, after)), ({ id }) => id);
    expect(networks).toHaveLength((await world.rows(vidzeme, "select id from networks")).length);
    expect(groups).toHaveLength((await world.rows(vidzeme, "select id from groups")).length);
  });
});

// All pages one after the other; nothing may come twice.
async function turned<Row>(page: (after?: string) => Promise<Page<Row>>, name: (row: Row) => string): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await page(after);
    expect(rows.length).toBeLessThanOrEqual(50);
    seen.push(...rows.map(name));
    after = next ?? undefined;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  return seen;
}
