/** Marks in fields that no form has: if one of them ever stands in a row, somebody could set a column that is not theirs to set. */
import { dithmarschen, vidzeme, type World } from "#tests/support/people.ts";
import { programme } from "#prisma/world.ts";

const marks = { uuid: "0badc0de-0bad-4bad-8bad-0badc0de0bad", date: "1907-07-07", text: "planted-by-nobody" };
const markFor = (type: string) => (type === "uuid" ? marks.uuid : /date|time/.test(type) ? marks.date : /int|numeric/.test(type) ? "190707" : type === "boolean" ? "true" : marks.text);

/** Every column of every table that is no field of this form, by its name in SQL and in code, with a mark in it. */
export async function planted(world: World, fields: string[]): Promise<Record<string, string>> {
  const columns = await world.rows<{ name: string; type: string }>(null, "select distinct column_name as name, data_type as type from information_schema.columns where table_schema in ('public', 'auth')");
  const extra: Record<string, string> = { role: marks.text, roles: marks.text, admin: "yes", __proto__: marks.text, constructor: marks.text };
  for (const { name, type } of columns) for (const key of [name, name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())]) extra[key] = markFor(type);
  for (const claimed of [...fields, "provider", "programme", "language"]) delete extra[claimed];
  return extra;
}

/** The tables in which a mark stands, wherever. */
export async function rowsThatSay(world: World): Promise<string[]> {
  const { rows: tables } = await world.owner.query<{ name: string }>("select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'auth') order by 1");
  const found = new Set<string>();
  for (const place of [vidzeme.id, dithmarschen.id]) {
    await world.owner.query("select set_config('app.provider_id', $1, false), set_config('app.programme_id', $2, false)", [place, programme.id]);
    for (const { name } of tables) {
      const { rowCount } = await world.owner.query(`select from ${name} as line where line::text ~ $1 limit 1`, [Object.values(marks).join("|")]);
      if (rowCount) found.add(name);
    }
  }
  return [...found];
}

type Said = { ok?: unknown; subject?: unknown; goTo?: unknown; typed?: unknown; refusal?: unknown; fields?: unknown };

/** What is odd about an answer: it is none of the kinds there are, or leads out of the house, or says no without a word. */
export function oddities(answer: unknown): string[] {
  if (answer === "not found") return [];
  if (typeof answer !== "object" || answer === null) return [`no answer: ${String(answer)}`];
  const { ok, goTo, subject, typed, refusal, fields } = answer as Said;
  const odd: string[] = [];
  if (goTo !== undefined && !(typeof goTo === "string" && /^\/(en|de|lv)(\/[\w~%.?&=#-]*)*$/.test(goTo))) odd.push(`leads to ${JSON.stringify(goTo)}`);
  if (ok === true && typeof subject !== "string") odd.push("a yes to nothing");
  if (ok === undefined && goTo === undefined) odd.push("neither yes nor no");
  if (ok !== false) return odd;
  const sentences = [...(refusal === undefined ? [] : [refusal]), ...Object.values((fields ?? {}) as object)];
  if (sentences.length === 0) odd.push("a no without a word");
  for (const sentence of sentences) if (typeof sentence !== "string" || !/^\p{Lu}.*[.?!”]$/su.test(sentence)) odd.push(`no sentence: ${JSON.stringify(sentence)}`);
  if (Object.values((typed ?? {}) as object).some((word) => typeof word !== "string")) odd.push("gives back what is no word");
  return odd;
}
