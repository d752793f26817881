import type { Role } from "./abilities.ts";

export type Door = "provider" | "programme";

/** Where somebody is: a provider or a programme, with what every page of it needs. */
export type Place = { id: string; slug: string; name: string; language: string; timeZone: string };

/**
 * Who is asking, where, when. A visitor has no id yet; `opened` are the ideas whose three words were typed here; `provedAt` is
 * when they last proved who they are. `at` is the database's clock.
 */
export type Actor = { place: Place; at: Date; roles: readonly Role[]; name: string | null; opened: readonly string[]; provedAt: Date | null } & (
  | { kind: "visitor"; id: null }
  | { kind: "participant" | "member"; id: string }
);

/** Somebody who can be named as the author of something. */
export type Contributor = Extract<Actor, { id: string }>;
