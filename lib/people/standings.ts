import type { Standing } from "#lib/access/memberships.ts";

type Account = Pick<Standing, "roles" | "joinedAt" | "suspendedAt">;

const comesIn = ({ joinedAt, suspendedAt }: Account) => joinedAt !== null && suspendedAt === null;

/** May this account read ideas and answer them? */
export function readsIdeas(account: Account): boolean {
  return account.roles.includes("staff") && comesIn(account);
}

/** Is there another administrator who can come in, and could change this one's roles? */
export function hasAnotherAdmin(accounts: ReadonlyMap<string, Account>, id: string): boolean {
  return [...accounts].some(([other, account]) => other !== id && account.roles.includes("admin") && comesIn(account));
}
