import { z } from "zod";
import { plainName } from "#lib/action/text.ts";
import { emailAddress } from "#lib/access/email.ts";
import { languages } from "#lib/language/languages.ts";

/** What somebody with an account may be at a provider; the words stand under `people.roles` in the catalogue. */
export const memberRoles = ["staff", "leader", "admin"] as const;
export type MemberRole = (typeof memberRoles)[number];

const tick = z.literal("yes", { error: "strange" }).optional();
const Ticks = { staff: tick, leader: tick, admin: tick };
const member = z.uuid({ error: "strange" });
// Asked also where other fields are wrong, so that everything is said at once.
const atLeastOne = { path: ["staff"], error: "rolesMissing", when: () => true };

/** The roles that were ticked, each a field of its own. */
export function rolesIn(ticks: unknown): MemberRole[] {
  return memberRoles.filter((role) => (ticks as Partial<Record<MemberRole, unknown>> | null)?.[role] === "yes");
}

/** Of all roles those that one can have at a provider, in their order. */
export function asMemberRoles(roles: readonly string[] = []): MemberRole[] {
  return memberRoles.filter((role) => roles.includes(role));
}

const hasRole = (ticks: unknown) => rolesIn(ticks).length > 0;

export const Invited = z.object({
  ...Ticks,
  id: z.uuid({ error: "strange" }),
  name: plainName(80, { missing: "memberNameMissing" }),
  email: emailAddress,
  // Not `language`: in every form that is the page's own.
  reads: z.enum(languages, { error: "readsMissing" }),
}).refine(hasRole, atLeastOne);
export type Invited = z.infer<typeof Invited>;

export const ChangedRoles = z.object({ ...Ticks, member }).refine(hasRole, atLeastOne);
export const OneMember = z.object({ member });

/** Where somebody stands with their account. */
export type Standing = "invited" | "joined" | "suspended";

export function standingOf({ joinedAt, suspendedAt }: { joinedAt: Date | null; suspendedAt: Date | null }): Standing {
  if (suspendedAt) return "suspended";
  return joinedAt ? "joined" : "invited";
}
