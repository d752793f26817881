"use server";
import { z } from "zod";
import { action } from "#lib/action/action.ts";
import { here } from "#lib/action/refusal.ts";
import { isDemo } from "#lib/access/demo.ts";
import { cast, doorOf } from "#prisma/world.ts";
import { clear } from "./clearing.ts";

/** "Finish and clear": nothing of this visit stays on a shared phone. */
export const finishAndClear = action("finish and clear", {
  input: z.object({}), subject: "session",
  do: ({ db, actor }) => clear(db, actor),
});

/** The demonstration's door: one click to come in as somebody of the cast. */
export const comeIn = action("come in", {
  in: "door", input: z.object({ cast: z.string().max(40) }), subject: "session",
  do: async ({ input }) => {
    const person = here(cast.find(({ key }) => key === input.cast));
    return here((await isDemo()) ? doorOf(person) : null);
  },
});
