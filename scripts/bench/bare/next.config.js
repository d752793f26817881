import path from "node:path";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.resolve(import.meta.dirname, "..", "..", "..") }, // it stands in .data/bench/bare and takes its packages from the clone
  pageExtensions: ["bare.tsx"], // so that it does not find the product's proxy and instrumentation in the folders above
  serverExternalPackages: ["pg"],
  agentRules: false,
};

export default config;
