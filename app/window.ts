import type { Metadata, Viewport } from "next";

export const metadata: Metadata = { robots: { index: false }, icons: { icon: "/icon.svg" }, formatDetection: { telephone: false, date: false, address: false, email: false } };
export const viewport: Viewport = { themeColor: [{ media: "(prefers-color-scheme: light)", color: "#fbf8f3" }, { media: "(prefers-color-scheme: dark)", color: "#111a1b" }] };
