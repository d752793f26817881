import { ESLint } from "eslint";
import { expect, test } from "vitest";

// The planted files do not exist, and the search for import cycles stumbles over that.
const linter = new ESLint({ overrideConfig: { rules: { "import/no-cycle": "off" } } });

/** The rules that a text would break if it lay at this place. */
async function broken(filePath: string, text: string): Promise<string[]> {
  const [result] = await linter.lintText(`${text}\n`, { filePath });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

test.each([
  ["a noun that reaches for a later one", "lib/networks/planted.ts", 'export { IdeaDraft } from "#lib/ideas/idea.ts";', "import/no-restricted-paths"],
  ["the ground floor that knows a noun", "lib/access/planted.ts", 'export { IdeaDraft } from "#lib/ideas/idea.ts";', "import/no-restricted-paths"],
  ["a component that asks the database", "components/ideas/planted.tsx", 'export { within } from "#lib/data/within.ts";', "import/no-restricted-paths"],
  ["a domain word in components/ui", "components/ui/planted.tsx", 'export { IdeaDraft } from "#lib/ideas/idea.ts";', "import/no-restricted-paths"],
  ["a page with the bare client", "app/planted/page.tsx", 'export { client } from "#lib/data/client.ts";', "import/no-restricted-paths"],
  ["a connection of its own", "lib/ideas/planted.ts", 'import pg from "pg";\nexport const pool = new pg.Pool();', "@typescript-eslint/no-restricted-imports"],
  ["a second client", "lib/ideas/planted.ts", 'import { PrismaClient } from "#prisma/generated/client.ts";\nexport const make = (adapter: never) => new PrismaClient({ adapter });', "@typescript-eslint/no-restricted-imports"],
  ["an export of actions.ts that is no deed", "lib/ideas/actions.ts", '"use server";\nexport async function open() { return 1; }', "no-restricted-syntax"],
  ["findUnique", "lib/ideas/planted.ts", "export const read = (db: { idea: { findUnique: () => void } }) => db.idea.findUnique();", "no-restricted-syntax"],
  ["counting a whole table for a list", "lib/ideas/planted.ts", "export const select = { select: { id: true, _count: true } };", "no-restricted-syntax"],
  ["text glued into SQL", "lib/ideas/planted.ts", "export const ask = (db: { $queryRawUnsafe: (text: string) => void }) => db.$queryRawUnsafe('');", "no-restricted-syntax"],
  ["a value that one request leaves for another", "lib/ideas/planted.ts", "let last = 0;\nexport const next = () => (last += 1);", "no-restricted-syntax"],
  ["a style attribute", "components/ideas/planted.tsx", 'export const Red = () => <p style={{ color: "red" }} />;', "no-restricted-syntax"],
  ["any", "lib/ideas/planted.ts", "export const anything = (given: any) => given as string;", "@typescript-eslint/no-explicit-any"],
  ["a non-null assertion", "lib/ideas/planted.ts", "export const sure = (given?: string) => given!;", "@typescript-eslint/no-non-null-assertion"],
  ["any, with the rule switched off beside it", "lib/ideas/planted.ts", "// eslint-disable-next-line\nexport const anything = (given: any) => given as string;", "@typescript-eslint/no-explicit-any"],
])("lint refuses %s", async (_name, place, text, rule) => {
  expect(await broken(place, text)).toContain(rule);
});

test("lint lets pass what only looks alike", async () => {
  expect(await broken("lib/ideas/planted.ts", "export const drop = (seen: Map<string, string>) => seen.delete('x');\nexport const counts = (db: { idea: { groupBy: (how: object) => void } }) => db.idea.groupBy({ by: ['id'], _count: true });")).toEqual([]);
});
