/** Every deed, by everybody, with everything a form can name: what the answer should be follows from who may and whose it is. */
import { globSync } from "node:fs";
import path from "node:path";
import { deeds } from "#lib/action/action.ts";
import { whoMay, type Ability, type Role } from "#lib/access/abilities.ts";
import { cast } from "#prisma/world.ts";
import { as, dithmarschen, vidzeme, visitor, type Answer, type Form, type Person, type World } from "#tests/support/people.ts";
import { forms, type Asked } from "./forms.ts";
import type { Holder, Thing } from "./things.ts";
import { standing, written } from "./written.ts";

/** Who knocks at the first provider's deeds; at another's door one's own roles are worth nothing. */
export const callers: { who: string; key?: string; roles: Role[] }[] = [
  { who: "a visitor", roles: ["visitor"] },
  { who: "a participant", key: "valdis", roles: ["participant"] },
  { who: "staff", key: "ilze", roles: ["staff"] },
  { who: "a leader", key: "maris", roles: ["leader"] },
  { who: "an administrator", key: "liene", roles: ["admin"] },
  { who: "another provider's participant", key: "hanne", roles: ["visitor"] },
  { who: "another provider's staff", key: "birte", roles: ["visitor"] },
];
type Caller = (typeof callers)[number];

const kinds = ["own", "a colleague's", "another provider's", "random", "malformed", "with NUL"] as const;
type Kind = (typeof kinds)[number];

/** Loads every actions.ts there is, and answers each export by its place. */
export async function everyDeed(): Promise<Map<string, unknown>> {
  const exported = new Map<string, unknown>();
  for (const file of globSync("lib/**/actions.ts")) {
    for (const [name, deed] of Object.entries((await import(path.resolve(file))) as object)) exported.set(`${file}#${name}`, deed);
  }
  return exported;
}

/** Tries a deed as somebody with everything that its form can name, and answers in sentences what was not as it should be. */
export async function surprisesOf(world: World, ability: Ability, caller: Caller): Promise<string[]> {
  const { names } = asked(ability, caller);
  const found: string[] = [];
  for (const [field, thing] of Object.entries(names)) {
    const said = new Map<Kind, string>();
    for (const kind of kinds) {
      const value = await named(world, thing, kind, caller);
      if (value === undefined) continue;
      const { answer, changed, touched } = await done(world, ability, caller, { field, value, thing });
      const should = shouldBe(ability, caller, thing, kind);
      said.set(kind, withoutIds(answer, value));
      const says = (what: string) => found.push(`${kind} ${field}: ${what}; the answer was ${JSON.stringify(answer)}`);
      if (!fits(answer, should)) says(`not the “${should}” it should be`);
      if (should !== "yes" && changed.length > 0) says(`a no that wrote into ${changed.join(", ")}`);
      if (changed.some((table) => table.startsWith(dithmarschen.slug))) says("wrote at another provider");
      if (touched && kind === "a colleague's") says("changed a colleague's row");
    }
    if (!thing.everywhere && said.get("another provider's") !== said.get("random")) found.push(`another provider's ${field} is told from one that is nowhere: ${said.get("another provider's")} and ${said.get("random")}`);
  }
  return found;
}

/** The deed with a right form and nothing else about it: yes or not found, by who may. */
export async function plainly(world: World, ability: Ability, caller: Caller): Promise<{ may: boolean; answer: Answer; changed: string[] }> {
  return { may: mayDo(ability, caller), ...(await done(world, ability, caller)) };
}

type Verdict = "yes" | "no" | "not found";

function shouldBe(ability: Ability, caller: Caller, thing: Thing, kind: Kind): Verdict {
  if (!mayDo(ability, caller)) return "not found";
  if (kind === "malformed" || kind === "with NUL") return "no";
  if (kind === "random") return thing.madeIn ? "yes" : "no";
  return kind === "another provider's" && !thing.madeIn && !thing.everywhere ? "no" : "yes";
}

function fits(answer: Answer, should: Verdict): boolean {
  if (should === "not found") return answer === "not found";
  const isYes = typeof answer === "object" && ("goTo" in answer || answer.ok);
  return isYes === (should === "yes");
}

function mayDo(ability: Ability, { roles }: Caller): boolean {
  return roles.some((role) => whoMay(ability).includes(role));
}

// Members type what others said; everybody else, another provider's members too, speak for themselves here.
const isMember = ({ key }: Caller) => vidzeme.members.some((member) => member.key === key);
// Who is nobody here fills the form in with what is Valdis'.
const atHome = ({ key, roles }: Caller) => (key && !roles.includes("visitor") ? key : "valdis");

function asked(ability: Ability, caller: Caller): Asked {
  const form = forms[ability];
  if (!form) throw new Error(`tests/isolation/forms.ts has no form for “${ability}”`);
  return form(isMember(caller));
}

type Focus = { field: string; value: string; thing: Thing };

/** Sends the form from a new browser; everything in it is right but for what is in focus. */
async function done(world: World, ability: Ability, caller: Caller, focus?: Focus): Promise<{ answer: Answer; changed: string[]; touched: boolean }> {
  const { form, names } = asked(ability, caller);
  const filled: Form = { ...form, ...(ability !== "come in" && { provider: vidzeme.slug }) };
  for (const [field, thing] of Object.entries(names)) filled[field] = thing.madeIn ? thing.random() : await thing.of(world, holder(atHome(caller)));
  if (focus) filled[focus.field] = focus.value;
  const person: Person = caller.key ? await as(caller.key) : visitor();
  const deed = deeds.get(ability)?.deed;
  if (!deed) throw new Error(`there is no deed “${ability}”`);
  await world.owner.query("delete from auth.limits"); // they have their own tests
  const row = async () => (focus?.thing.madeIn ? await world.rows(vidzeme, `select line::text from ${focus.thing.madeIn} as line where id::text = $1`, [focus.value.replace("\0", "")]) : []);
  const [before, rowBefore] = [await standing(world), await row()];
  const answer = await person.does(deed, filled);
  const [after, rowAfter] = [await standing(world), await row()];
  return { answer, changed: written(before, after), touched: JSON.stringify(rowBefore) !== JSON.stringify(rowAfter) };
}

/** How a form would name such a thing; who is nobody here owns nothing. */
async function named(world: World, thing: Thing, kind: Kind, caller: Caller): Promise<string | undefined> {
  if (kind === "own") return caller.roles.includes("visitor") ? undefined : thing.of(world, holder(atHome(caller)));
  if (kind === "a colleague's") return thing.of(world, holder(isMember(caller) ? "anna" : "zane", 1));
  if (kind === "another provider's") return thing.of(world, holder(isMember(caller) ? "birte" : "hanne"));
  if (kind === "random") return thing.random();
  if (kind === "malformed") return thing.malformed;
  const own = await thing.of(world, holder(atHome(caller)));
  return `${own.slice(0, 3)}\0${own.slice(3)}`;
}

function holder(key: string, networkAt = 0): Holder {
  const provider = cast.find((one) => one.key === key)?.provider;
  const [network, member] = [provider?.networks[networkAt], provider?.members.find((one) => one.key === key) ?? provider?.members[0]];
  if (!provider || !network || !member) throw new Error(`prisma/world.ts no longer has ${key}`);
  return { provider, key, network, member: member.member, participant: provider.participants.find((one) => one.key === key)?.participant ?? "" };
}

/** An answer as it would be for any other id. */
function withoutIds(answer: Answer, value: string): string {
  return JSON.stringify(answer).replaceAll(JSON.stringify(value).slice(1, -1), "<asked>").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>");
}
