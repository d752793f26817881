"use client";
import type { ReactNode } from "react";
import { useInBrowser } from "#components/ui/in-browser.ts";
import { Stack } from "#components/ui/layout.tsx";

/** Shown where a browser can ask its device for a passkey; `otherwise` where it cannot, or has no script. */
export function WithDevice({ otherwise = null, children }: { otherwise?: ReactNode; children: ReactNode }) {
  const able = useInBrowser(() => "PublicKeyCredential" in window);
  return able ? <Stack gap="small">{children}</Stack> : otherwise;
}
