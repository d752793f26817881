"use client";
import { Button } from "#components/ui/button.tsx";

/** Something is broken on our side. Its words come with the document, since no server can be asked for them now. */
export function Fault({ again }: { again: () => void }) {
  const words = typeof document === "undefined" ? null : (JSON.parse(document.body.dataset.fault ?? "null") as { title: string; text: string; again: string } | null);
  if (!words) return null;
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-measure space-y-3 px-3 py-6">
      <h1 className="text-3">{words.title}</h1>
      <p>{words.text}</p>
      <Button type="button" onClick={again}>{words.again}</Button>
    </main>
  );
}
