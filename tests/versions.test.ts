import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

const Floor = z.strictObject({ package: z.string(), minimum: z.string().regex(/^\d+\.\d+\.\d+$/), source: z.string().min(5), date: z.iso.date() });
const floors = z.array(Floor).parse(read("tests/minimum-versions.json"));
const named = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()), optionalDependencies: z.record(z.string(), z.string()), overrides: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string().startsWith("$"))])) }).parse(read("package.json"));
const { packages } = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) }).parse(read("package-lock.json"));

test.each(floors)("$package is at least $minimum", ({ package: name, minimum }) => {
  const copies = Object.entries(packages).filter(([place]) => place.endsWith(`node_modules/${name}`)).map(([, { version = "0.0.0" }]) => version);
  for (const version of copies) expect(older(version, minimum), `${name} ${version} is older than ${minimum}`).toBe(false);
});

test("every package is named in one exact version", () => {
  const loose = Object.values(named).flatMap((group) => Object.entries(group)).filter(([, version]) => typeof version === "string" && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test("the lockfile holds the versions that package.json names", () => {
  const { dependencies, devDependencies, optionalDependencies } = named;
  const wrong = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version);
  expect(wrong).toEqual([]);
});

test("install scripts stay off: they would download engines", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});

function older(version: string, minimum: string): boolean {
  const [left, right] = [version, minimum].map((text) => text.split(/[-.]/).slice(0, 3).map(Number));
  for (const at of [0, 1, 2]) {
    const [a = 0, b = 0] = [left?.[at], right?.[at]];
    if (a !== b) return a < b;
  }
  return false;
}
