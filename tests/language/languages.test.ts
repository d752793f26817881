import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { contentLanguage, direction, isLanguage, languages, speakable } from "#lib/language/languages.ts";
import { languageName } from "#lib/language/moments.ts";

test("every language has its catalogue", () => {
  expect(languages.filter((language) => !existsSync(`messages/${language}.json`))).toEqual([]);
});

test("people are never offered the made-up languages", () => {
  delete process.env.PSEUDO_LANGUAGES;
  expect(speakable()).toEqual([...languages]);
  process.env.PSEUDO_LANGUAGES = "1";
  expect(speakable()).toEqual([...languages, "en-XA", "ar-XB"]);
});

test("what people write on a made-up page counts as English", () => {
  expect(["de", "lv", "en-XA", "ar-XB", "xx"].map(contentLanguage)).toEqual(["de", "lv", "en", "en", "en"]);
  expect(["en", "EN", "fr", "", undefined].map(isLanguage)).toEqual([true, false, false, false, false]);
});

test("Arabic letters run from the right", () => {
  expect(["en", "de", "lv", "en-XA", "ar-XB"].map(direction)).toEqual(["ltr", "ltr", "ltr", "ltr", "rtl"]);
});

test("a language is named in the reader's own", () => {
  expect(languageName("de", "lv")).toBe("Lettisch");
  expect(languageName("lv", "de")).toBe("vācu");
});
