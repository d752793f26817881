import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { pseudo } from "#lib/language/pseudo.ts";
import english from "#messages/en.json";

test("the real languages stay as they are", () => {
  for (const language of ["en", "de", "lv"]) expect(pseudo(language, english)).toBe(english);
});

test.each(["en-XA", "ar-XB"])("%s has every message there is", (locale) => {
  expect(keysOf(pseudo(locale, english))).toEqual(keysOf(english));
});

test("en-XA is accented and a third longer, with its ends marked", () => {
  const { propose } = pseudo("en-XA", english);
  expect(propose.next).toMatch(/^⟦.*⟧$/);
  expect(propose.next).not.toContain(english.propose.next);
  expect(propose.whatHint.length).toBeGreaterThan(english.propose.whatHint.length * 1.3);
});

test("ar-XB runs from right to left, whatever its letters", () => {
  expect(pseudo("ar-XB", english).propose.next).toBe(`\u202e${english.propose.next}\u202c`);
});

test.each(["en-XA", "ar-XB"])("%s still fills in names, numbers and plurals", (locale) => {
  const t = createTranslator({ locale, messages: pseudo(locale, english), timeZone: "Europe/Riga" });
  expect(t("propose.sees", { contact: "Ilze", network: "Ozolmuiža" })).toMatch(/Ilze .*Ozolmuiža/);
  expect(t("today.daysLeft", { days: 1 })).toContain("1 day left");
  expect(t("today.daysLeft", { days: 12 })).toContain("12 days left");
  expect(t("propose.stepTag", { now: 2, all: 3 })).toMatch(/2.*3/);
});

function keysOf(node: unknown, path = ""): string[] {
  return typeof node === "object" && node !== null ? Object.entries(node).flatMap(([key, child]) => keysOf(child, `${path}.${key}`)) : [path];
}
