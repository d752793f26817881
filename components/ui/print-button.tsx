"use client";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { useInBrowser } from "#components/ui/in-browser.ts";

/** Prints the page. Absent without script, where the browser's own menu does it. */
export function PrintButton({ label, kind = "quiet" }: { label: string; kind?: ButtonKind }) {
  const able = useInBrowser(() => "print" in window);
  return able && <Button type="button" kind={kind} onClick={() => window.print()}>{label}</Button>;
}
