"use client";
import { Fault } from "#components/ui/fault.tsx";

export default function Error({ error, reset }: { error: { digest?: string }; reset: () => void }) {
  return <Fault number={error.digest} again={reset} />;
}
