import { createContext, useContext } from "react";
import type { Theirs, Typed } from "#lib/action/outcome.ts";

export type FormState = {
  /** What was sent and came back with a no. */
  typed: Typed;
  /** Was anything sent and refused? An unticked box is absent from `typed`, so absence alone says nothing. */
  refused: boolean;
  wrong: Record<string, string>;
  theirs?: Theirs;
  sending: boolean;
  idOf: (name: string) => string;
};

// Fields also stand in plain GET forms, without a <Form> around them.
const alone: FormState = { typed: {}, refused: false, wrong: {}, sending: false, idOf: (name) => name };

export const FormContext = createContext<FormState>(alone);
export const useForm = () => useContext(FormContext);
