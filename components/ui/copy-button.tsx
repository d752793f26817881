"use client";
import { useState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { useInBrowser } from "#components/ui/in-browser.ts";

/** Copies a text. Absent where the browser cannot do it. */
export function CopyButton({ text, label, copiedLabel, kind = "quiet" }: { text: string; label: string; copiedLabel: string; kind?: ButtonKind }) {
  const able = useInBrowser(() => "clipboard" in navigator);
  const [copied, setCopied] = useState(false);
  if (!able) return null;
  return (
    <>
      <Button type="button" kind={kind} onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false))}>
        {copied ? copiedLabel : label}
      </Button>
      <span role="status" className="sr-only">{copied ? copiedLabel : ""}</span>
    </>
  );
}
