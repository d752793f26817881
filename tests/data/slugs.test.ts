import { expect, test } from "vitest";
import { slugShape } from "#lib/data/shapes.ts";
import { freeSlug, slugOf } from "#lib/data/slugs.ts";

test.each([
  ["Sēņotāju ciems", "senotaju-ciems"], ["Straße am Öresund", "strasse-am-oresund"], ["Łódź & Gdańsk", "lodz-gdansk"], ["Ærøskøbing", "aeroskobing"],
  ["  Café – „Ēdne“  ", "cafe-edne"], ["Maja 7/2", "maja-7-2"], ["Деревня", ""], ["…", ""], ["ŪŽAVA", "uzava"],
])("“%s” stands in an address as “%s”", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
  if (slug) expect(slug).toMatch(slugShape);
});

test("a very long name leaves room for a number", () => {
  const slug = slugOf("ļoti gara vieta ".repeat(20));
  expect(slug.length).toBeLessThanOrEqual(60);
  expect(`${slug}-100000`).toMatch(slugShape);
});

test("of two with one name the second has a number", () => {
  expect(freeSlug("ciems", [])).toBe("ciems");
  expect(freeSlug("ciems", ["ciems", "ciems-3", "ciemsone"])).toBe("ciems-2");
  expect(freeSlug("ciems", ["ciems", "ciems-2", "ciems-3"])).toBe("ciems-4");
});
