/** What keeps the schema spreadable over several PostgreSQL servers by provider: what each rule forbids was refused, or answered with no rows, by Citus 13. */
import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { tenantTables } from "#tests/isolation/catalogue.ts";
import { inTheWorld } from "#tests/support/people.ts";

const world = inTheWorld();

/** Each with a line that breaks it: a rule that catches nothing would be none. */
const rules = [
  { forbids: "a trigger", looks: /\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i, breaks: "create constraint trigger late after insert on ideas" },
  { forbids: "a rule", looks: /\bcreate\s+(or\s+replace\s+)?rule\b/i, breaks: "create rule quiet as on delete to ideas do instead nothing" },
  { forbids: "emptying by a foreign key", looks: /\bset\s+(null|default)\s*[(,;)]|on\s+(delete|update)\s+set\b/i, breaks: "references groups on delete set null" },
  { forbids: "a provider set by a function, which is not passed on to other servers", looks: /\bset_config\s*\(/i, breaks: "select set_config('app.provider_id', $1, true)" },
  { forbids: "a setting that outlives its transaction", looks: /\bset\s+(session\s+)?app\.|\bset\s+session\b/i, breaks: "set app.provider_id = 'x'" },
  { forbids: "a kind as a type of its own", looks: /\bcreate\s+(type|domain)\b/i, breaks: "create type state as enum ('open')" },
  { forbids: "numbers from one counter for all", looks: /\b(big|small)?serial\b|\bgenerated\s+(always|by\s+default)\s+as\s+identity\b|\bnextval\s*\(/i, breaks: "number bigserial" },
  { forbids: "a stored view", looks: /\bcreate\s+materialized\b/i, breaks: "create materialized view totals as select 1" },
  { forbids: "moving a row to another provider", looks: /\bset\s+(\w+\s*=[^,;]*,\s*)*provider_id\s*=/i, breaks: "update ideas set text = 'x', provider_id = null" },
  { forbids: "waiting for messages on one connection", looks: /\blisten\s+\w|\bpg_advisory_lock\s*\(/i, breaks: "listen ideas" },
];

const files = [...globSync("prisma/migrations/*/migration.sql"), ...globSync("lib/**/*.ts")];

describe("migrations and the product's own SQL", () => {
  test.each(rules)("have no $forbids", ({ looks, breaks }) => {
    expect(breaks).toMatch(looks);
    expect(files.filter((file) => sqlIn(file).some((sql) => looks.test(sql)))).toEqual([]);
  });

  test("name the provider beside every table of a provider, so that one server can answer", async () => {
    const tables = (await tenantTables(world.owner)).filter(({ lead }) => lead === "provider_id").map(({ name }) => name);
    expect(unled("select 1 from ideas i join answers a on a.idea_id = i.id where i.provider_id = $1", tables)).toEqual(["answers"]);
    expect(unled("insert into answers (idea_id) select id from made", tables)).toEqual(["answers"]);
    const unnamed = globSync("lib/**/*.ts").flatMap((file) => sqlIn(file).flatMap((sql) => unled(sql, tables).map((table) => `${file}: ${table}`)));
    expect(unnamed).toEqual([]);
  });
});

describe("tables that belong to no provider", () => {
  test("are the few that a cluster copies to every server, and what belongs to a provider leans on nothing else", async () => {
    const { rows } = await world.owner.query<{ place: string }>(`
      select format('%s → %s', conrelid::regclass, confrelid::regclass) as place from pg_constraint
      where contype = 'f' and conrelid::regclass::text = any($1) and not (confrelid::regclass::text = any($1))
      and confrelid::regclass::text not in ('providers', 'programmes', 'regions', 'agreed_texts')`, [(await tenantTables(world.owner)).map(({ name }) => name)]);
    expect(rows).toEqual([]);
  });
});

// A migration is SQL; of a file of ours, every text that is asked of a database by a tagged template.
function sqlIn(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".sql")) return [text.replace(/--.*$/gm, "")];
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) found.push(ts.isNoSubstitutionTemplateLiteral(node.template) ? node.template.text : [node.template.head.text, ...node.template.templateSpans.map(({ literal }) => literal.text)].join("$1"));
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found.filter((sql) => /\b(select|insert|update|delete)\b/i.test(sql));
}

// The tables of a statement that are read or written without their own provider_id: by their alias, or, where one stands alone, by any.
function unled(sql: string, tables: string[]): string[] {
  const written = [...sql.matchAll(/\binsert\s+into\s+(\w+)\s*\(([^)]*)\)\s*(select|with)\b/gi)].filter(([, table = "", columns = ""]) => tables.includes(table) && !columns.includes("provider_id"));
  const read = [...sql.matchAll(/\b(?:from|join|update)\s+(\w+)(?:\s+(?:as\s+)?(?!on\b|where\b|set\b|left\b|join\b|cross\b|for\b|group\b|order\b|limit\b|union\b|returning\b)(\w+))?/gi)].filter(([, table = "", alias = table], _at, all) => {
    if (!tables.includes(table)) return false;
    const own = new RegExp(`\\b(${alias}|${table})\\.provider_id\\b`, "i");
    const alone = all.filter(([, other = ""]) => tables.includes(other)).length === 1;
    return !own.test(sql) && !((alone || alias === table) && /(?<!\.)\bprovider_id\b/i.test(sql));
  });
  return [...written, ...read].map(([, table = ""]) => table);
}
