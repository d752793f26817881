import { existsSync, readFileSync, rmSync } from "node:fs";

export type Outcome = { passed: number; failed: number };

/** A runner that ends badly without naming a failed test has still failed once. */
export function outcome(code: number, counted: Outcome | undefined): Outcome {
  const { passed, failed } = counted ?? { passed: 0, failed: 0 };
  const silent = !counted || passed + failed === 0 || (code !== 0 && failed === 0);
  return { passed, failed: failed + (silent ? 1 : 0) };
}

/** What vitest's JSON report counts; a file that broke before its first test counts as one failed. */
export function vitestCounted(file: string): Outcome | undefined {
  type Report = { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: unknown[] }[] };
  const report = reportIn<Report>(file);
  if (!report) return undefined;
  const broken = report.testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/** What Playwright's JSON report counts; errors outside any story count too. */
export function storiesCounted(file: string): Outcome | undefined {
  const report = reportIn<{ stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }>(file);
  return report && { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected + report.errors.length };
}

function reportIn<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  } finally {
    rmSync(file, { force: true });
  }
}
