import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "#lib/language/languages.ts";

type Catalogue = Map<string, string>;
const catalogues = new Map(languages.map((language) => [language, flat(JSON.parse(readFileSync(`messages/${language}.json`, "utf8")))]));
const english = catalogues.get("en") ?? new Map<string, string>();
const others = languages.filter((language) => language !== "en");
const sources = globSync("{app,components,lib,prisma}/**/*.{ts,tsx}").filter((file) => !file.includes("generated")).map((file) => readFileSync(file, "utf8"));

test.each(others)("%s says everything that English says, and nothing more", (language) => {
  expect([...(catalogues.get(language) ?? [])].map(([key]) => key).sort()).toEqual([...english.keys()].sort());
});

test.each(languages)("no sentence of %s is empty or has blanks at its ends", (language) => {
  expect(keysWhere(language, (message) => message.trim() === "" || message !== message.trim() || /  /.test(message))).toEqual([]);
});

test.each(others)("%s fills in the same names and numbers, and keeps the same tags", (language) => {
  expect(keysWhere(language, (message, key) => read(message).names.join() !== read(english.get(key) ?? "").names.join())).toEqual([]);
});

test.each(languages)("every plural of %s has all the forms that its language knows, and no other", (language) => {
  const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  expect(keysWhere(language, (message) => read(message).plurals.some((forms) => forms.filter((form) => !form.startsWith("=")).toSorted().join() !== known.join()))).toEqual([]);
});

test.each(others)("where English has a sentence of its own for nothing, %s has one too", (language) => {
  const exact = (message: string) => read(message).plurals.map((forms) => forms.filter((form) => form.startsWith("=")).join()).join(";");
  expect(keysWhere(language, (message, key) => exact(message) !== exact(english.get(key) ?? ""))).toEqual([]);
});

test.each(others)("%s is translated: no sentence of several words is left in English", (language) => {
  expect(keysWhere(language, (message, key) => message === english.get(key) && (message.replace(/\{\w+\}/g, "").match(/\p{L}+/gu) ?? []).length > 2)).toEqual([]);
});

test("every refusal that the product can speak has its sentence", () => {
  const spoken = found(/new Refusal\((?:[^")]*\? )?"(\w+)"(?: : "(\w+)")?/g);
  expect(spoken).toContain("tryAgain");
  expect(spoken.filter((key) => !english.has(`refusals.${key}`))).toEqual([]);
});

test("every message of a field has its sentence", () => {
  const schemas = globSync("lib/*/*.ts").map((file) => readFileSync(file, "utf8")).filter((text) => /from "zod"/.test(text)).join("\n");
  const asked = [...schemas.matchAll(/(?:error|missing|message|tooLong): "(\w+)"|(?:error|missing|message|tooLong) = "(\w+)"|\.(?:min|max|regex|refine)\(.*?, "(\w+)"\)|count\(\d[\d_]*, \d[\d_]*, "(\w+)"\)/g)].map((match) => match.slice(1).find(Boolean) ?? "");
  expect(asked).toContain("whatMissing");
  expect(asked.filter((key) => !english.has(`fields.${key}`))).toEqual([]);
});

test("no sentence waits for somebody to say it", () => {
  const unsaid = [...english.keys()].filter((key) => !sources.some((text) => says(text, key)));
  expect(unsaid).toEqual([]);
});

// A file says `ticket.print` by the whole key, by "print" where `ticket` is open, or by a key put together, such as `nav.${role}`.
function says(text: string, key: string): boolean {
  if (text.includes(`"${key}"`) || putTogether(text, key)) return true;
  return roomsOf(key).some(([room, name]) => {
    if (room === "focusGroups") return text.includes('getTranslations("focusGroups")');
    if (room === "fields" || room === "refusals") return text.includes(`"${name}"`) && /Refusal|from "zod"/.test(text);
    if (name === "title" && text.includes(`standing("${room}"`)) return true;
    const oneOfAll = room.includes(".") && /\bt\([a-z]\w*[,)]/.test(text); // t(standing), where nothing but standings is open
    return isOpen(text, room) && (text.includes(`"${name}"`) || text.includes("t(step as ") || oneOfAll || putTogether(text, name));
  });
}

// `people.standing.joined` is `standing.joined` of people, and `joined` of people.standing.
function roomsOf(key: string): [string, string][] {
  const steps = key.split(".");
  return steps.slice(1).map((_, at) => [steps.slice(0, at + 1).join("."), steps.slice(at + 1).join(".")]);
}

// By the file itself, or by one that it takes its words from.
const lent = memo((text) => [...text.matchAll(/from "[^"]*?([\w-]*words\.ts)"/g)].flatMap(([, file]) => globSync(`{components,lib}/**/${file}`)).map((file) => readFileSync(file, "utf8")));
function isOpen(text: string, room: string): boolean {
  return [text, ...lent(text)].some((source) => source.includes(`getTranslations("${room}")`) || source.includes(`namespace: "${room}"`));
}

// A template with at least one word of its own: `notes.${figure}`, `${part}Title`.
const templates = memo((text) =>
  [...text.matchAll(/`([\w.]*(?:\$\{[^}`]*\}[\w.]*)+)`/g)].map(([, template = ""]) => template.split(/\$\{[^}]*\}/)).filter((parts) => /[a-z]/i.test(parts.join("")))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join("[\\w -]+")}$`)),
);
function putTogether(text: string, name: string): boolean {
  return templates(text).some((template) => template.test(name));
}

function memo<Found>(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}

function found(pattern: RegExp): string[] {
  return sources.flatMap((text) => [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter((key) => key !== undefined)));
}

function keysWhere(language: (typeof languages)[number], odd: (message: string, key: string) => boolean): string[] {
  return [...(catalogues.get(language) ?? [])].filter(([key, message]) => odd(message, key)).map(([key, message]) => `${key}: ${message}`);
}

function flat(node: unknown, path = ""): Catalogue {
  if (typeof node === "string") return new Map([[path, node]]);
  return new Map(Object.entries(node as object).flatMap(([key, child]) => [...flat(child, path ? `${path}.${key}` : key)]));
}

/** What a message fills in (its arguments and tags, each once, sorted) and the forms of each of its plurals. */
function read(message: string): { names: string[]; plurals: string[][] } {
  const names = new Set([...message.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`));
  const plurals: string[][] = [];
  let at = 0;
  text();
  return { names: [...names].sort(), plurals };

  function text() {
    while (at < message.length && message[at] !== "}") if (message[at++] === "{") argument();
    at++;
  }
  function argument() {
    const [said = "", name = "", kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?)?/.exec(message.slice(at)) ?? [];
    names.add(name);
    at += said.length;
    if (kind !== "plural" && kind !== "select") return void (at = message.indexOf("}", at) + 1);
    const forms: string[] = [];
    for (let form; (form = /^\s*(=?\w+)\s*\{/.exec(message.slice(at))); text()) {
      forms.push(form[1] ?? "");
      at += form[0].length;
    }
    at = message.indexOf("}", at) + 1;
    plurals.push(forms);
  }
}
