"use client";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { useForm } from "#components/ui/form-context.ts";

/** Sends its form once: while a deed is on its way it says so and does not send again. */
export function Send({ label, sendingLabel, kind, wide }: { label: string; sendingLabel: string; kind?: ButtonKind; wide?: boolean }) {
  const { sending } = useForm();
  return (
    <div className={wide ? undefined : "inline-block"}>
      <Button kind={kind} wide={wide} aria-disabled={sending || undefined} onClick={(event) => sending && event.preventDefault()}>
        {sending ? sendingLabel : label}
      </Button>
      <span role="status" className="sr-only">{sending ? sendingLabel : ""}</span>
    </div>
  );
}
