/** What the build lets the internet call. Needs no browser: it reads what `npm run build` has written. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

type Called = { filename?: string; exportedName?: string };
const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as { node: Record<string, Called>; edge: Record<string, Called> };
const callable = [...Object.entries(manifest.node), ...Object.entries(manifest.edge)].map(([id, called]) => ({ id, place: `${called.filename}#${called.exportedName}` }));

// Lint holds every export of these files to `action(…)`; the isolation test holds every one of them against the list of deeds.
const deeds = globSync("lib/**/actions.ts").flatMap((file) => [...readFileSync(file, "utf8").matchAll(/^export const (\w+) = action\(/gm)].map(([, name]) => `${file}#${name}`));

test("every server function of the build is a deed of ours, and every deed can be called", () => {
  expect(callable.map(({ place }) => place).sort()).toEqual(deeds.sort());
});

test("no cached function stands open: such a one answers everybody, with any argument", () => {
  expect(JSON.stringify(manifest)).not.toContain("RSC_SERVER_CACHE");
  expect(callable.filter(({ id }) => !/^[0-7]/.test(id))).toEqual([]); // an id from 8 on is a cached function
  for (const file of globSync("{app,lib,components}/**/*.{ts,tsx}")) expect(readFileSync(file, "utf8"), file).not.toMatch(/["']use cache/);
});

test("no server function is hidden inside a page or component", () => {
  const inside = globSync("{app,lib,components}/**/*.{ts,tsx}").filter((file) => /["']use server["']/.test(readFileSync(file, "utf8")) && !/^lib\/.*\/actions\.ts$/.test(file));
  expect(inside).toEqual([]);
});
