/** Brings the content that ships with the product into a database: the regions. `npm run content:load` */
import type pg from "pg";
import regions from "./content/regions.json" with { type: "json" };

export type Loaded = { added: string[]; changed: string[]; same: number };

/** Adds what is new and changes what differs. A region that the file no longer names stays: providers may be in it. */
export async function loadContent(client: pg.ClientBase): Promise<Loaded> {
  const { rows } = await client.query<{ region: string; added: boolean }>(
    `insert into regions (nuts_version, code, name, country)
     select "nutsVersion", code, name, country from jsonb_to_recordset($1) as region ("nutsVersion" text, code text, name text, country text)
     on conflict (nuts_version, code) do update set name = excluded.name, country = excluded.country
       where (regions.name, regions.country) is distinct from (excluded.name, excluded.country)
     returning code || ' ' || name as region, xmax = 0 as added`,
    [JSON.stringify(regions)],
  );
  const named = (added: boolean) => rows.filter((row) => row.added === added).map(({ region }) => region);
  return { added: named(true), changed: named(false), same: regions.length - rows.length };
}

function inWords({ added, changed, same }: Loaded): string {
  const lines = [...added.map((region) => `+ ${region}`), ...changed.map((region) => `~ ${region}`)];
  return [...lines, `Regions: ${added.length} added, ${changed.length} changed, ${same} as they were.`].join("\n");
}

if (import.meta.main) {
  const { default: pg } = await import("pg");
  const { run } = await import("#scripts/run.ts");
  const { loadEnvironment } = await import("#scripts/environment.ts");
  const { Failure } = await import("#scripts/failures.ts");
  await run(async () => {
    loadEnvironment();
    const ownerUrl = process.env.DATABASE_OWNER_URL;
    if (!ownerUrl) throw new Failure("DATABASE_OWNER_URL is missing: the address of the database as its owner.", "Set it, like postgres://owner:password@host:5432/sempre.");
    const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: "sempre content" });
    await client.connect();
    try {
      console.log(inWords(await loadContent(client)));
    } finally {
      await client.end();
    }
  });
}
