/** For every deed somebody who may do it, with a form that is right. */
import { randomUUID } from "node:crypto";
import type { Ability } from "#lib/access/abilities.ts";
import { programme } from "#prisma/world.ts";
import { arriving, atHome, callers, isMember, mayDo } from "#tests/isolation/callers.ts";
import { forms } from "#tests/isolation/forms.ts";
import { callers as programmeCallers, forms as programmeForms } from "#tests/isolation/programmes.ts";
import { vidzeme, visitor, type Form, type Person, type World } from "#tests/support/people.ts";

// Staff before administrators: their own roles stay as they are.
const byDeed = (ability: Ability) => callers.find((caller) => mayDo(ability, caller) && caller.key && !caller.roles.includes("visitor")) ?? callers.find((caller) => mayDo(ability, caller));

/** Somebody with a new browser who may do this. */
export async function whoMayDo(ability: Ability): Promise<Person> {
  if (programmeForms[ability]) return (await programmeCallers.find(({ who }) => who === "a manager")?.arrives()) ?? visitor();
  const caller = byDeed(ability);
  return caller ? arriving(caller) : visitor();
}

/** A form for it with things of their own in it, made anew each time. */
export async function rightForm(world: World, ability: Ability): Promise<Form> {
  const inProgramme = programmeForms[ability];
  if (inProgramme) return { programme: programme.slug, language: "en", ...inProgramme.form(), [inProgramme.field]: await inProgramme.name(world, "own", programme.members.find(({ roles }) => roles.includes("manager"))?.member ?? "") };
  const caller = byDeed(ability);
  const asked = forms[ability]?.(caller ? isMember(caller) : false);
  if (!caller || !asked) throw new Error(`tests/isolation/forms.ts has no form for “${ability}”`);
  const named: Form = {};
  for (const [field, thing] of Object.entries(asked.names)) named[field] = thing.madeIn ? randomUUID() : await thing.of(world, atHome(caller));
  return { provider: vidzeme.slug, language: "en", ...asked.form, ...named };
}
