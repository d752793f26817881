"use client";
import { Fault } from "#components/ui/fault.tsx";

export default function Error({ reset }: { error: unknown; reset: () => void }) {
  return <Fault again={reset} />;
}
