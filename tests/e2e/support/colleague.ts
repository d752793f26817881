import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { ProviderInWorld } from "#prisma/world.ts";
import { rows } from "./rows.ts";
import { vidzeme } from "./walk.ts";

/** Somebody has come in with this browser, so many minutes ago: for stories that begin later than at the door, where only so many letters go out. */
export async function hasComeIn(page: Page, { person }: { person: string }, minutesAgo = 0): Promise<void> {
  const secret = randomBytes(32).toString("base64url");
  await rows(vidzeme, "insert into auth.sessions (hash, person_id, expires_at, proved_at) values ($1, $2, moment() + interval '1 hour', moment() - make_interval(mins => $3))", [createHash("sha256").update(secret).digest(), person, minutesAgo]);
  await page.context().addCookies([{ name: "sid", value: secret, url: process.env.STORIES_ADDRESS ?? "http://localhost:3000", httpOnly: true, sameSite: "Lax" }]);
}

export type Colleague = { name: string; email: string; member: string; person: string };

/** Somebody with an account of their own, so that what happens to it disturbs no other story. */
export async function newColleague(name: string, roles: string[], provider: ProviderInWorld = vidzeme): Promise<Colleague> {
  const [member, person] = [randomUUID(), randomUUID()];
  const email = `${person.slice(0, 8)}@stories.example.org`;
  await rows(provider, "insert into members (id, name, email) values ($1, $2, $3)", [member, name, email]);
  await rows(provider, "insert into auth.persons (id, name, email, language) values ($1, $2, $3, 'en')", [person, name, email]);
  await rows(provider, "insert into auth.memberships (id, person_id, provider_id, member_id, role, joined_at) select gen_random_uuid(), $1, $2, $3, role, moment() from unnest($4::text[]) as role", [person, provider.id, member, roles]);
  return { name, email, member, person };
}
