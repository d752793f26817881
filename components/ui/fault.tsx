"use client";
import { useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";

type Words = { title: string; text: string; number: string; again: string };

// Before the document is whole its own words are not there yet; then these, which everybody here can read in part.
const plain: Words = { title: "Sempre", text: "Something went wrong. · Da ist etwas schiefgegangen. · Kaut kas neizdevās.", number: "№", again: "↻" };
const never = () => () => {};

/** Something is broken on our side; the log knows its number. Its words come with the document, since no server can be asked for them now. */
export function Fault({ number, again }: { number?: string; again: () => void }) {
  const given = useSyncExternalStore(never, () => document.body.dataset.fault, () => undefined);
  const words = given ? (JSON.parse(given) as Words) : plain;
  return (
    <main id="content" tabIndex={-1} className="mx-auto max-w-measure space-y-3 px-3 py-6">
      <title>{words.title}</title>
      <h1 className="text-3">{words.title}</h1>
      <p>{words.text}</p>
      {number && <p>{words.number} {number}</p>}
      <Button type="button" onClick={again}>{words.again}</Button>
    </main>
  );
}
