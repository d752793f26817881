"use client";
import { useActionState, useEffect, useId, useMemo, useRef, type ReactNode } from "react";
import { fromTheDoor, untouched, type Outcome, type ServerDeed } from "#lib/action/outcome.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FormContext, type FormState } from "#components/ui/form-context.ts";
import { forgetTyped, keepTyped, restoreTyped } from "#components/ui/keep.ts";
import { Notice } from "#components/ui/notice.tsx";

type FormProps = {
  deed: ServerDeed;
  /** Sent along unseen: provider, language, id … What was refused is sent again as it was, so that sending twice makes one thing. */
  hidden?: Record<string, string>;
  /** Heading over what was wrong. */
  problem: string;
  /** Said when the deed is done and the page stays. */
  done?: string;
  /** Said when the server cannot be reached; the text stays in the fields. */
  unreachable?: string;
  /** Names the place where fields with `keep` hold their unsent text in this tab. */
  keep?: string;
  children: ReactNode;
};

/** A deed as a form. Works without script: the browser posts it, the page comes back with what was typed. */
export function Form({ deed, hidden = {}, problem, done, unreachable, keep, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  // The server's markup must hold the deed itself, or the form would need script to be sent.
  const [outcome, run, sending] = useActionState(typeof window === "undefined" ? deed : carried, untouched);
  const state = useMemo<FormState>(() => ({ ...answer(outcome), sending, idOf: (name) => `${formId}-${name}` }), [outcome, sending, formId]);

  async function carried(_previous: Outcome, sent: FormData): Promise<Outcome> {
    try {
      const next = await deed(untouched, sent);
      if (next.ok) forget();
      return next;
    } catch (error) {
      if (isRedirect(error)) forget();
      const refusal = saidAtTheDoor(error) ?? (isFromTheDeed(error) ? undefined : unreachable);
      if (refusal) return { ok: false, refusal, typed: textsIn(sent) };
      throw error;
    }
  }

  function forget() {
    if (keep) forgetTyped(keep);
  }

  useEffect(() => {
    if (keep && form.current) restoreTyped(keep, form.current);
  }, [keep]);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[data-answer]")?.focus();
  }, [outcome]);

  return (
    <form ref={form} action={run} noValidate aria-busy={sending} onInput={keep ? (event) => keepTyped(keep, event.target) : undefined}>
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={state.typed[name] ?? value} />)}
      <FormContext value={state}>
        <div className="space-y-4">
          {outcome.ok && done && <Notice tone="moss" role="status">{done}</Notice>}
          {!outcome.ok && <ErrorSummary problem={problem} refusal={outcome.refusal} way={outcome.way} />}
          {children}
        </div>
      </FormContext>
    </form>
  );
}

function answer(outcome: Outcome) {
  if (outcome.ok) return { typed: {}, refused: false, wrong: {} };
  return { typed: outcome.typed, refused: Object.keys(outcome.typed).length > 0, wrong: outcome.fields ?? {}, theirs: outcome.theirs };
}

function textsIn(form: FormData) {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$")));
}

/** Our server's own words, where the form did not come to a deed: it was too large, or the page is of a former build. */
function saidAtTheDoor(error: unknown) {
  return error instanceof Error && error.message.startsWith(fromTheDoor) ? error.message.slice(fromTheDoor.length) : undefined;
}

/** What a deed throws, a redirect among it, comes with a digest; without one it was not reached: no network, or a proxy that answered for us. */
function isFromTheDeed(error: unknown) {
  return error instanceof Error && "digest" in error;
}

/** Going on to the next page comes as a thrown redirect: for the form that is success. */
function isRedirect(error: unknown) {
  return error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT");
}
