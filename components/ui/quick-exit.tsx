"use client";
import { useEffect } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { forgetAll } from "#components/ui/keep.ts";

/** A form sent without waiting for its answer: what ends the visit on the server. */
type Farewell = { address: string; fields: Record<string, string> };

const elsewhere = "https://www.wikipedia.org/";

/** Leaves for a harmless site at once; Escape pressed twice does the same. A plain link until script has come. */
export function QuickExit({ label, farewell }: { label: string; farewell?: Farewell }) {
  useEffect(() => {
    let last = -Infinity;
    function escape(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.repeat || event.isComposing) return;
      if (event.timeStamp - last < 1000) leave(farewell);
      last = event.timeStamp;
    }
    document.addEventListener("keydown", escape);
    return () => document.removeEventListener("keydown", escape);
  }, [farewell]);

  return <LinkButton kind="quiet" href={elsewhere} rel="noreferrer" onClick={(event) => { event.preventDefault(); leave(farewell); }}>{label}</LinkButton>;
}

/** Takes this page's place in the history, so that "back" does not lead here. */
function leave(farewell?: Farewell) {
  document.documentElement.hidden = true; // the page is gone even while the other one is slow to come
  forgetAll();
  if (farewell) navigator.sendBeacon(farewell.address, formOf(farewell.fields)); // sent even while the page goes away
  window.location.replace(elsewhere);
}

function formOf(fields: Farewell["fields"]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
