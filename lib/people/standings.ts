import type { Standing } from "#lib/access/memberships.ts";

type Account = Pick<Standing, "roles" | "suspendedAt">;

/** May this account read ideas and answer them? */
export function readsIdeas({ roles, suspendedAt }: Account): boolean {
  return roles.includes("staff") && !suspendedAt;
}

/** Is there another administrator who can come in, and could change this one's roles? */
export function hasAnotherAdmin(accounts: ReadonlyMap<string, Account>, id: string): boolean {
  return [...accounts].some(([other, { roles, suspendedAt }]) => other !== id && roles.includes("admin") && !suspendedAt);
}
