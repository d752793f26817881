/** Brings the content that ships with the product into a database: regions, indicators, agreed texts. `npm run content:load` */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import indicators from "./content/indicators.json" with { type: "json" };
import regions from "./content/regions.json" with { type: "json" };

export type Loaded = { added: string[]; changed: string[]; same: number };

/** Adds what is new and changes what differs. What the files no longer name stays: providers and figures may stand on it. */
export async function loadContent(client: pg.ClientBase): Promise<Loaded> {
  const loaded = [await loadRegions(client), await loadIndicators(client), await loadAgreedTexts(client)];
  return { added: loaded.flatMap(({ added }) => added), changed: loaded.flatMap(({ changed }) => changed), same: loaded.reduce((sum, { same }) => sum + same, 0) };
}

async function loadRegions(client: pg.ClientBase): Promise<Loaded> {
  const { rows } = await client.query<Line>(
    `insert into regions (nuts_version, code, name, country)
     select "nutsVersion", code, name, country from jsonb_to_recordset($1) as region ("nutsVersion" text, code text, name text, country text)
     on conflict (nuts_version, code) do update set name = excluded.name, country = excluded.country
       where (regions.name, regions.country) is distinct from (excluded.name, excluded.country)
     returning code || ' ' || name as line, xmax = 0 as added`,
    [JSON.stringify(regions)],
  );
  return told(rows, regions.length);
}

async function loadIndicators(client: pg.ClientBase): Promise<Loaded> {
  const { rows } = await client.query<Line>(
    `insert into indicators (code, about_people, unit, position)
     select code, "aboutPeople", unit, position from jsonb_to_recordset($1) as indicator (code text, "aboutPeople" boolean, unit text, position int)
     on conflict (code) do update set about_people = excluded.about_people, unit = excluded.unit, position = excluded.position
       where (indicators.about_people, indicators.unit, indicators.position) is distinct from (excluded.about_people, excluded.unit, excluded.position)
     returning 'indicator ' || code as line, xmax = 0 as added`,
    [JSON.stringify(indicators.map((indicator, at) => ({ ...indicator, position: at + 1 })))],
  );
  return told(rows, indicators.length);
}

// What somebody has agreed to stays word for word: other words are another version.
async function loadAgreedTexts(client: pg.ClientBase): Promise<Loaded> {
  const texts = agreedTexts();
  const { rows } = await client.query<Line>(
    `insert into agreed_texts (kind, version, language, text)
     select kind, version, language, text from jsonb_to_recordset($1) as agreed (kind text, version int, language text, text text)
     on conflict (kind, version, language) do nothing
     returning format('text %s %s in %s', kind, version, language) as line, true as added`,
    [JSON.stringify(texts)],
  );
  return told(rows, texts.length);
}

/** Every agreed text there is: the file `sharing-1.en.txt` is version 1 of the text about sharing, in English. */
export function agreedTexts(): { kind: string; version: number; language: string; text: string }[] {
  const folder = path.join(import.meta.dirname, "content", "agreed-texts");
  return readdirSync(folder).sort().map((file) => {
    const [, kind = "", version = "", language = ""] = /^([a-z]+)-(\d+)\.([a-z]{2,3})\.txt$/.exec(file) ?? [];
    return { kind, version: Number(version), language, text: readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim() };
  });
}

type Line = { line: string; added: boolean };

function told(rows: Line[], all: number): Loaded {
  const named = (added: boolean) => rows.filter((row) => row.added === added).map(({ line }) => line);
  return { added: named(true), changed: named(false), same: all - rows.length };
}

function inWords({ added, changed, same }: Loaded): string {
  const lines = [...added.map((line) => `+ ${line}`), ...changed.map((line) => `~ ${line}`)];
  return [...lines, `Content: ${added.length} added, ${changed.length} changed, ${same} as they were.`].join("\n");
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
