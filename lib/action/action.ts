import "server-only";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { Ability } from "#lib/access/abilities.ts";
import type { Contribution, Deed, DoorDeed, InsideDeed, Performed } from "./deed.ts";
import type { Outcome, ServerDeed } from "./outcome.ts";
import { perform } from "./perform.ts";

/** Every deed there is, by name: /api/deeds answers from it, and tests hold the build's list of server functions against it. */
export const deeds = new Map<Ability, { perform: (form: FormData, origin: "web" | "api") => Promise<Performed>; deed: ServerDeed; input: z.ZodType }>();

/** The only way a server action is made: origin, enter, limit, parse, do and record in one transaction, refresh, answer or go on. */
export function action<Input extends z.ZodType>(ability: Ability, work: Contribution<Input>): ServerDeed;
export function action<Input extends z.ZodType>(ability: Ability, work: DoorDeed<Input>): ServerDeed;
export function action<Input extends z.ZodType>(ability: Ability, work: InsideDeed<Input>): ServerDeed;
export function action<Input extends z.ZodType>(ability: Ability, work: Deed<Input>): ServerDeed {
  const performed = (form: FormData, origin: "web" | "api") => perform(ability, work, form, origin);
  const deed = async (_previous: Outcome, form: FormData): Promise<Outcome> => {
    if (!(form instanceof FormData)) notFound(); // a stranger may call it with anything
    const { outcome, goTo } = await performed(form, "web");
    if (outcome.ok && outcome.handed === undefined) revalidatePath("/", "layout");
    if (goTo) redirect(goTo); // a throw: inside the transaction it would undo the work
    return outcome;
  };
  deeds.set(ability, { perform: performed, deed, input: work.input });
  return deed;
}
