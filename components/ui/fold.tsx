"use client";
import { useEffect, useRef, type ReactNode } from "react";
import { useForm } from "#components/ui/form-context.ts";

/** What need not be in sight: one line that opens. Inside a form it stands open after a no, and where something is written already. */
export function Fold({ label, open = false, children }: { label: ReactNode; open?: boolean; children: ReactNode }) {
  const { refused } = useForm();
  const fold = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // After the form has put back what was typed before.
    queueMicrotask(() => {
      const texts = fold.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-keep]") ?? [];
      if (fold.current && [...texts].some((field) => field.value !== field.dataset.keep)) fold.current.open = true;
    });
  }, []);
  return (
    <details ref={fold} open={open || refused}>
      <summary className="inline-flex min-h-target items-center font-strong text-sea underline underline-offset-4">{label}</summary>
      <div className="space-y-4 pt-2">{children}</div>
    </details>
  );
}

/** The part of a form that stands only while its deed can be done; after a no it stands in any case, with what was typed. */
export function Due({ now, children }: { now: boolean; children: ReactNode }) {
  const { refused } = useForm();
  return now || refused ? children : null;
}
