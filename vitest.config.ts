import path from "node:path";
import { defineConfig } from "vitest/config";

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
    maxWorkers: "100%", // they mostly wait for the database
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: "UTC" },
  },
});
