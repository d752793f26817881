import type { z } from "zod";
import type { Actor, Contributor } from "#lib/access/actor.ts";
import type { Db } from "#lib/data/within.ts";
import type { Limits } from "./limit.ts";
import type { Outcome } from "./outcome.ts";

/** What a deed did: the row it made or changed, and what follows for the session. */
export type Done = { id: string; networkId?: string | null; changed?: readonly string[]; /** From now on this browser may read this idea. */ opens?: string; /** The session ends. */ ends?: boolean; /** It was sent before: nothing new to record. */ again?: boolean; goTo?: string };

type Work<Input, Who> = (given: { db: Db; actor: Who; input: Input; language: string }) => Promise<Done>;
type Common<Input extends z.ZodType> = {
  /** What a form may say. Messages are keys under `fields` in the catalogue. */
  input: Input;
  /** The noun of the row, for the event. */
  subject: string;
  /** Per ten minutes; without it 120 by one person. */
  limit?: Limits;
};

/** At a provider: a visitor is made a participant before the work. */
export type Contribution<Input extends z.ZodType> = Common<Input> & { in?: "provider"; contributes: true; do: Work<z.output<Input>, Contributor>; goTo?: (done: Done) => string };
/** At a provider or in a programme: whoever enters stays who they are. */
export type InsideDeed<Input extends z.ZodType> = Common<Input> & { in?: "provider" | "programme"; contributes?: false; do: Work<z.output<Input>, Actor>; goTo?: (done: Done) => string };
/** At the door, where nobody need be known: it may open a session, and goes on. */
export type DoorDeed<Input extends z.ZodType> = Common<Input> & { in: "door"; do: (given: { input: z.output<Input>; language: string }) => Promise<Session | Handed> };
export type Deed<Input extends z.ZodType> = Contribution<Input> | InsideDeed<Input> | DoorDeed<Input>;

/** A deed at the door says where to go on; with somebody named, it opens a session for them. Or it hands something to the page, and stays. */
export type Session = { hands?: never; goTo: string } & ({ personId?: never; participantId?: never } | { personId: string; participantId?: never } | { providerId: string; participantId: string; personId?: never });
export type Handed = { hands: string };

/** A deed's answer, and the address to go on to. */
export type Performed = { outcome: Outcome; goTo?: string };
