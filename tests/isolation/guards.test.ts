import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { guards } from "./guards.ts";

test("every guard stands once where it is looked for, and the tests that must miss it are there", () => {
  expect(guards.filter(({ file, line }) => readFileSync(file, "utf8").split(line).length !== 2).map(({ file, line }) => `${file}: ${line}`)).toEqual([]);
  expect(guards.filter(({ seenBy: [tests] }) => !existsSync(tests ?? "")).map(({ seenBy }) => seenBy[0])).toEqual([]);
});
