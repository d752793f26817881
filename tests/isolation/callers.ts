/** Who knocks at the first provider's doors, and by what names they ask for things. */
import { whoMay, type Ability, type Role } from "#lib/access/abilities.ts";
import { cast } from "#prisma/world.ts";
import { as, vidzeme, visitor, type Person, type World } from "#tests/support/people.ts";
import type { Holder, Thing } from "./things.ts";

/** At another's door one's own roles are worth nothing: there one is a visitor. */
export const callers: { who: string; key?: string; roles: Role[] }[] = [
  { who: "a visitor", roles: ["visitor"] },
  { who: "a participant", key: "valdis", roles: ["participant"] },
  { who: "staff", key: "ilze", roles: ["staff"] },
  { who: "a leader", key: "maris", roles: ["leader"] },
  { who: "an administrator", key: "liene", roles: ["admin"] },
  { who: "another provider's participant", key: "hanne", roles: ["visitor"] },
  { who: "another provider's staff", key: "birte", roles: ["visitor"] },
];
export type Caller = (typeof callers)[number];

export const kinds = ["own", "a colleague's", "another provider's", "random", "malformed", "with NUL"] as const;
export type Kind = (typeof kinds)[number];

/** Somebody with a new browser. */
export const arriving = async ({ key }: Caller): Promise<Person> => (key ? as(key) : visitor());

export const mayDo = (ability: Ability, { roles }: Caller) => roles.some((role) => whoMay(ability).includes(role));

/** Members type what others said; everybody else, another provider's members too, speak for themselves here. */
export const isMember = ({ key }: Caller) => vidzeme.members.some((member) => member.key === key);

/** Whose things fill the rest of a form: one's own, in the network it plays in; who is nobody here borrows Valdis'. */
export function atHome({ key, roles }: Caller, kind?: Kind): Holder {
  return holder(key && !roles.includes("visitor") ? key : "valdis", kind === "a colleague's" ? 1 : 0);
}

/** The name of a thing of this kind, made for this caller; nothing where somebody who is nobody here would own it. */
export async function named(world: World, thing: Thing, kind: Kind, caller: Caller): Promise<string | undefined> {
  if (kind === "own") return caller.roles.includes("visitor") ? undefined : thing.of(world, atHome(caller));
  if (kind === "a colleague's") return thing.of(world, holder(isMember(caller) ? "anna" : "zane", 1));
  if (kind === "another provider's") return thing.of(world, holder(isMember(caller) ? "birte" : "hanne", 0));
  if (kind === "random") return thing.random();
  if (kind === "malformed") return thing.malformed;
  const own = await thing.of(world, atHome(caller));
  return `${own.slice(0, 3)}\0${own.slice(3)}`;
}

/** What was said or shown, as it would be for any other name, with other ids, at another moment. */
export function impersonal(said: unknown, name: string): string {
  return JSON.stringify(said).replaceAll(JSON.stringify(name).slice(1, -1), "<asked>").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "<id>").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<now>");
}

function holder(key: string, networkAt: 0 | 1): Holder {
  const provider = cast.find((one) => one.key === key)?.provider;
  const [network, member] = [provider?.networks[networkAt], provider?.members.find((one) => one.key === key) ?? provider?.members[0]];
  if (!provider || !network || !member) throw new Error(`prisma/world.ts no longer has ${key}`);
  return { provider, key, network, member: member.member, participant: provider.participants.find((one) => one.key === key)?.participant ?? "" };
}
