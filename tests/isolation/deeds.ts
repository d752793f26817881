/** Every deed, by everybody, with everything a form can name: what the answer should be follows from who may and whose it is. */
import { globSync } from "node:fs";
import path from "node:path";
import { deeds } from "#lib/action/action.ts";
import type { Ability } from "#lib/access/abilities.ts";
import type { ServerDeed } from "#lib/action/outcome.ts";
import { dithmarschen, vidzeme, type Answer, type Form, type World } from "#tests/support/people.ts";
import { arriving, atHome, impersonal, isMember, kinds, mayDo, named, type Caller, type Kind } from "./callers.ts";
import { forms, type Asked } from "./forms.ts";
import type { Thing } from "./things.ts";
import { writing } from "./written.ts";

/** Loads every actions.ts there is, and answers each export by its place. */
export async function everyDeed(): Promise<Map<string, unknown>> {
  const exported = new Map<string, unknown>();
  for (const file of globSync("lib/**/actions.ts")) {
    for (const [name, deed] of Object.entries((await import(path.resolve(file))) as object)) exported.set(`${file}#${name}`, deed);
  }
  return exported;
}

/** Tries a deed as somebody with everything that its form can name, and answers in sentences what was not as it should be. */
export function surprisesOf(world: World, ability: Ability, caller: Caller): Promise<string[]> {
  return mayDo(ability, caller) ? surprisesInside(world, ability, caller) : surprisesOutside(world, ability, caller);
}

// Who may not do this learns nothing and writes nothing, whatever they name.
async function surprisesOutside(world: World, ability: Ability, caller: Caller): Promise<string[]> {
  const sent: { what: string; form: Form }[] = [];
  for (const [field, thing] of Object.entries(asked(ability, caller).names)) {
    for (const kind of kinds) {
      const value = await named(world, thing, kind, caller);
      if (value !== undefined) sent.push({ what: `${kind} ${field}`, form: await filled(world, ability, caller, { field, value, thing, kind }) });
    }
  }
  const person = await arriving(caller);
  const found: string[] = [];
  const { wrote } = await writing(world, async () => {
    for (const { what, form } of sent) {
      const answer = await person.does(deedOf(ability), form);
      if (answer !== "not found") found.push(`${what}: ${JSON.stringify(answer)}`);
    }
  });
  return [...found, ...wrote.map((table) => `a no that wrote into ${table}`)];
}

async function surprisesInside(world: World, ability: Ability, caller: Caller): Promise<string[]> {
  const found: string[] = [];
  for (const [field, thing] of Object.entries(asked(ability, caller).names)) {
    const said = new Map<Kind, string>();
    for (const kind of kinds) {
      const value = await named(world, thing, kind, caller);
      if (value === undefined) continue;
      const { answer, wrote, touched } = await done(world, ability, caller, { field, value, thing, kind });
      const should = shouldBe(thing, kind);
      said.set(kind, impersonal(answer, value));
      const says = (what: string) => found.push(`${kind} ${field}: ${what}; the answer was ${JSON.stringify(answer)}`);
      if (isYes(answer) !== (should === "yes")) says(`not the “${should}” it should be`);
      if (should === "no" && wrote.length > 0) says(`a no that wrote into ${wrote.join(", ")}`);
      if (wrote.some((table) => table.startsWith(dithmarschen.slug))) says("wrote at another provider");
      if (touched && kind === "a colleague's") says("changed a colleague's row");
    }
    if (!thing.everywhere && said.get("another provider's") !== said.get("random")) found.push(`another provider's ${field} is told from one that is nowhere: ${said.get("another provider's")} and ${said.get("random")}`);
  }
  return found;
}

/** The deed with a right form and nothing else about it: yes or not found, by who may. */
export async function plainly(world: World, ability: Ability, caller: Caller): Promise<{ may: boolean; answer: Answer; wrote: string[] }> {
  return { may: mayDo(ability, caller), ...(await done(world, ability, caller)) };
}

function shouldBe(thing: Thing, kind: Kind): "yes" | "no" {
  if (kind === "malformed" || kind === "with NUL") return "no";
  if (kind === "random") return thing.madeIn ? "yes" : "no";
  return kind === "another provider's" && !thing.madeIn && !thing.everywhere ? "no" : "yes";
}

const isYes = (answer: Answer) => typeof answer === "object" && ("goTo" in answer || answer.ok);

function deedOf(ability: Ability): ServerDeed {
  const made = deeds.get(ability);
  if (!made) throw new Error(`there is no deed “${ability}”`);
  return made.deed;
}

function asked(ability: Ability, caller: Caller): Asked {
  const form = forms[ability];
  if (!form) throw new Error(`tests/isolation/forms.ts has no form for “${ability}”`);
  return form(isMember(caller));
}

type Focus = { field: string; value: string; thing: Thing; kind: Kind };

/** The form, right in everything but for what is in focus. */
async function filled(world: World, ability: Ability, caller: Caller, focus?: Focus): Promise<Form> {
  const { form, names } = asked(ability, caller);
  const all: Form = { ...form, ...(ability !== "come in" && { provider: vidzeme.slug }) };
  for (const [field, thing] of Object.entries(names)) if (field !== focus?.field) all[field] = thing.madeIn ? thing.random() : await thing.of(world, atHome(caller, focus?.kind));
  return focus ? { ...all, [focus.field]: focus.value } : all;
}

/** Sends the form from a new browser. */
async function done(world: World, ability: Ability, caller: Caller, focus?: Focus): Promise<{ answer: Answer; wrote: string[]; touched: boolean }> {
  const [form, person] = [await filled(world, ability, caller, focus), await arriving(caller)];
  await world.owner.query("delete from auth.limits"); // they have their own tests
  const row = async () => JSON.stringify(focus?.thing.madeIn && (await world.rows(vidzeme, `select line::text from ${focus.thing.madeIn} as line where id::text = $1`, [focus.value.replace("\0", "")])));
  const before = await row();
  const { answer, wrote } = await writing(world, () => person.does(deedOf(ability), form));
  return { answer, wrote, touched: before !== (await row()) };
}
