"use client";
import { useRef, useState } from "react";
import { Button, type ButtonKind } from "#components/ui/button.tsx";
import { WayLink } from "#components/ui/error-summary.tsx";
import { useForm } from "#components/ui/form-context.ts";
import { useInBrowser } from "#components/ui/in-browser.ts";
import { Notice } from "#components/ui/notice.tsx";
import { untouched, type ServerDeed, type Way } from "#lib/action/outcome.ts";

type PasskeyButtonProps = {
  /** Hands out the question for the device. */
  ask: ServerDeed;
  /** The device makes a passkey, instead of showing one. */
  makes?: boolean;
  language: string;
  label: string;
  waitingLabel: string;
  /** Said when the device did not answer. */
  broken: string;
  kind?: ButtonKind;
};

/** Sends its form with what the device answers. Absent where there is no script or no way to ask a device. */
export function PasskeyButton({ ask, makes = false, language, label, waitingLabel, broken, kind }: PasskeyButtonProps) {
  const able = useInBrowser(() => "PublicKeyCredential" in window);
  const { sending } = useForm();
  const answer = useRef<HTMLInputElement>(null);
  const [waiting, setWaiting] = useState(false);
  const [no, setNo] = useState<{ sentence: string; way?: Way }>();
  if (!able) return null;
  const busy = waiting || sending;

  async function press() {
    if (busy || !answer.current) return;
    setWaiting(true);
    setNo(undefined);
    try {
      const question = new FormData();
      question.set("language", language);
      const asked = await ask(untouched, question);
      if (!asked.ok) return setNo({ sentence: asked.refusal ?? broken, way: asked.way });
      answer.current.value = JSON.stringify(await answered(asked.handed ?? "", makes));
      answer.current.form?.requestSubmit();
    } catch {
      setNo({ sentence: broken }); // said no, waited too long, or it has no such passkey: a browser tells nobody which
    } finally {
      setWaiting(false);
    }
  }

  return (
    <>
      {no && <Notice tone="berry" role="alert"><p>{no.sentence}</p>{no.way && <WayLink {...no.way} />}</Notice>}
      <div className="inline-block">
        <input ref={answer} type="hidden" name="answer" />
        <Button type="button" kind={kind} aria-disabled={busy || undefined} onClick={() => void press()}>{busy ? waitingLabel : label}</Button>
        <span role="status" className="sr-only">{busy ? waitingLabel : ""}</span>
      </div>
    </>
  );
}

// Loaded when it is needed: most people never press this button.
async function answered(question: string, makes: boolean) {
  const { startAuthentication, startRegistration } = await import("@simplewebauthn/browser");
  return makes ? startRegistration({ optionsJSON: JSON.parse(question) as never }) : startAuthentication({ optionsJSON: JSON.parse(question) as never });
}
