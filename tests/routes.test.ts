import { expect, test } from "vitest";
import { routes } from "#tests/support/routes.ts";

test("every page has an address at which it is looked at and checked", () => {
  const all = routes();
  expect(all.length).toBeGreaterThan(0);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
