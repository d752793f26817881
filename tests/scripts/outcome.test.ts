import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { outcome, storiesCounted, vitestCounted } from "#scripts/outcome.ts";

const folder = mkdtempSync(path.join(tmpdir(), "outcome-"));
function report(content: unknown): string {
  const file = path.join(folder, "report.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test("what the runners count is summed as it is", () => {
  expect(outcome(0, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 0 });
  expect(outcome(1, { passed: 7, failed: 2 })).toEqual({ passed: 7, failed: 2 });
});

test("a runner that crashed, counted nothing or ended badly without saying why has failed", () => {
  expect(outcome(1, undefined)).toEqual({ passed: 0, failed: 1 });
  expect(outcome(0, undefined)).toEqual({ passed: 0, failed: 1 });
  expect(outcome(0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
  expect(outcome(1, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 1 });
});

test("a test file that breaks before its first test is a failed test", () => {
  expect(vitestCounted(report({ numPassedTests: 3, numFailedTests: 1, testResults: [{ status: "failed", assertionResults: [] }, { status: "failed", assertionResults: [{}] }, { status: "passed", assertionResults: [{}] }] }))).toEqual({ passed: 3, failed: 2 });
});

test("an error outside the stories is a failed story", () => {
  expect(storiesCounted(report({ stats: { expected: 4, unexpected: 1, flaky: 1 }, errors: [{}] }))).toEqual({ passed: 5, failed: 2 });
});

test("half a report is no report", () => {
  expect(vitestCounted(report("{ half"))).toBeUndefined();
  expect(vitestCounted(path.join(folder, "none.json"))).toBeUndefined();
});
