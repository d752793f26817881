"use client";
import { useEffect } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { forgetAll } from "#components/ui/keep.ts";

const elsewhere = "https://www.wikipedia.org/";

/** Leaves for a harmless site at once; Escape pressed twice does the same. A plain link until script has come. */
export function QuickExit({ label }: { label: string }) {
  useEffect(() => {
    let last = -Infinity;
    function escape(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.repeat || event.isComposing) return;
      if (event.timeStamp - last < 1000) leave();
      last = event.timeStamp;
    }
    document.addEventListener("keydown", escape);
    return () => document.removeEventListener("keydown", escape);
  }, []);

  return <LinkButton kind="quiet" href={elsewhere} rel="noreferrer" onClick={(event) => { event.preventDefault(); leave(); }}>{label}</LinkButton>;
}

/** Takes this page's place in the history, so that "back" does not lead here. */
function leave() {
  document.documentElement.hidden = true; // the page is gone even while the other one is slow to come
  forgetAll();
  window.location.replace(elsewhere);
}
