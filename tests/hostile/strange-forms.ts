/** Forms as nobody's page sends them: right ones with a few things about them that are not. */
import fc from "fast-check";
import type { Field } from "./fields.ts";

/** A value for a field; nothing takes the field out, and several send it several times. */
export type Change = { name: string; values: string[] };

const signs = [
  "", " ", "\t", "\n", "\0", "a\0b", "\u200b\u2060", "\ufeff", "\u202eevil\u202c", "\u2066a\u2069", "a\u0301\u0301\u0301\u0301", "Z\u0351\u036b\u0343".repeat(40), "👩‍👩‍👧‍👦", "🇱🇻", "ａｎｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ", "Ⅷ①½", "\ud800", "a\udfff", "\uffff", "ﷺ", "İıẞß",
  "0", "-1", "1e3", "0x10", "NaN", "Infinity", "1,5", "٣", "9007199254740993", "00000000-0000-0000-0000-000000000000", "true", "null", "undefined", "[]", "{}", "[object Object]",
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "$where", "$ne",
  "' or 1=1 --", "'; drop table ideas; --", "\\'; select pg_sleep(9) --", "${7*7}", "{{7*7}}", "{count, plural, one {x}}", "<script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>", "javascript:alert(1)",
  "../../etc/passwd", "%2e%2e%2f", "//evil.example", "/\\evil.example", "https:evil.example", "a\r\nBcc: all@example.org", "a\r\n\r\nGET / HTTP/1.1", "=cmd|' /C calc'!A0", "2026-02-30", "0000-00-00", "2026-13-01", "+275760-09-13", "2026-Q5", "XX999",
];

/** What may come in one field. `large`: also a megabyte. */
function value({ most, choices }: Field): fc.Arbitrary<string> {
  const edges = most === undefined ? [] : ["a".repeat(most), "ļ".repeat(most + 1), "🎻".repeat(most), "a\u0301".repeat(most), `${"\r\n".repeat(most)}a`];
  return fc.oneof(
    { arbitrary: fc.constantFrom(...signs), weight: 6 },
    { arbitrary: fc.constantFrom(...edges, ...choices, "a".repeat(100_000)), weight: 3 },
    { arbitrary: fc.string({ unit: "binary", maxLength: 40 }), weight: 2 },
    { arbitrary: fc.uuid(), weight: 1 },
    { arbitrary: fc.constant("x".repeat(1_000_000)), weight: most === undefined ? 0 : 1 },
  );
}

/** Up to three changes to a right form with these fields. */
export function changes(fields: Map<string, Field>): fc.Arbitrary<Change[]> {
  const all: [string, Field][] = [...fields, ["language", { choices: ["de", "lv"] }]];
  const change = fc.constantFrom(...all).chain(([name, field]) => fc.record({ name: fc.constant(name), values: fc.array(value(field), { maxLength: 2, size: "max" }) }));
  return fc.array(change, { maxLength: 3, size: "max" });
}

/** What each run tries first: the right form, and every text of it with a NUL, of signs that programs stumble over, and just as long as it may be. */
export function firstOfAll(fields: Map<string, Field>): Change[][] {
  const texts = [...fields].flatMap(([name, { most }]) => (most === undefined ? [] : [{ name, most }]));
  return [() => "a\0b", () => "\ud800 \u202e👩‍👩‍👧‍👦 ﷺ a\u0301 __proto__ ' \\ $1 {x}", (most: number) => "ļ".repeat(most)].map((text) => texts.map(({ name, most }) => ({ name, values: [text(most)] }))).concat([[]]);
}

/** The right form with the changes made, in a browser's way. */
export function changed(right: Record<string, string>, made: Change[], extra: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, text] of Object.entries({ ...extra, ...right })) form.append(name, text);
  for (const { name, values } of made) {
    form.delete(name);
    for (const text of values) form.append(name, text);
  }
  return form;
}

/** The same for another program: in JSON a value may be anything, and a key may be called anything. */
export function inJson(right: Record<string, string>, made: Change[], odd: unknown): string {
  const line = (name: string, given: unknown) => `${JSON.stringify(name)}:${JSON.stringify(given)}`;
  const own = Object.entries(right).filter(([name]) => !made.some((change) => change.name === name)).map(([name, text]) => line(name, text));
  const strange = made.flatMap(({ name, values }) => (values.length ? values.map((text) => line(name, text)) : [line(name, odd)]));
  return `{${[...own, ...strange, line("__proto__", { admin: "yes", polluted: "yes" }), line("constructor", { prototype: { polluted: "yes" } }), line("prototype", odd)].join(",")}}`;
}
