import { defineConfig } from "@playwright/test";
import { browser } from "#tests/support/browser.ts";

/** The stories. `npm test` builds the product, starts it with a database of its own and names its address here. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ...(process.env.STORIES_REPORT ? [["json", { outputFile: process.env.STORIES_REPORT }] as const] : [])],
  use: {
    baseURL: process.env.STORIES_ADDRESS ?? "http://localhost:3000",
    locale: "en-GB",
    timezoneId: "Europe/Riga",
    launchOptions: await browser(),
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
});
