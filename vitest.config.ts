import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Files that take half a minute and more: begun last, one of them would run on alone while the other cores rest.
const long = ["tests/isolation/", "tests/scripts/", "tests/hostile/", "tests/statements"];

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (long.some((part) => moduleId.includes(part)) ? 0 : 1);
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  resolve: {
    // Outside the framework's bundler `server-only` throws on import; here every file is on the server.
    alias: { "server-only": path.resolve("tests/support/empty.ts") },
  },
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/server.ts"],
    setupFiles: ["tests/support/addresses.ts", "tests/support/doors.ts"],
    server: { deps: { inline: ["next-intl", "next-auth"] } }, // so that the doors stubbed for us are stubbed for them too
    sequence: { sequencer: LongOnesFirst },
    maxWorkers: "100%", // they mostly wait for the database
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: "UTC" },
  },
});
