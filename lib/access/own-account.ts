import "server-only";
import type { Role } from "./abilities.ts";
import { askAccounts } from "./accounts.ts";

/** A place where somebody may go in; not `joined`: they were invited and have not said yes. */
export type Home = { id: string; joined: boolean; door: "provider" | "programme"; slug: string; name: string; timeZone: string | null; roles: Role[] };
export type OwnSession = { id: string; device: string; since: Date; seenAt: Date; here: boolean };

/** Where somebody has roles, by name. */
export function homesOf(personId: string): Promise<Home[]> {
  return askAccounts<Home>(
    `select coalesce(p.id, g.id) as id, bool_or(m.joined_at is not null) as joined, case when m.provider_id is null then 'programme' else 'provider' end as door, coalesce(p.slug, g.slug) as slug, coalesce(p.name, g.name) as name, p.time_zone as "timeZone", array_agg(m.role order by m.role) as roles
     from auth.memberships m left join providers p on p.id = m.provider_id left join programmes g on g.id = m.programme_id
     where m.person_id = $1 and m.suspended_at is null group by 1, 3, 4, 5, 6 order by 5, 4 limit 100`,
    [personId],
  );
}

/** Whoever this session belongs to says yes to a place of theirs; null where there is none that waits for them. Twice is once. */
export async function joinPlace(session: Buffer, placeId: string): Promise<Pick<Home, "door" | "slug"> | null> {
  const [home] = await askAccounts<Pick<Home, "door" | "slug">>(
    `with joined as (
       update auth.memberships set joined_at = coalesce(joined_at, moment())
       where person_id = (select person_id from auth.sessions where hash = $1 and expires_at > moment()) and coalesce(provider_id, programme_id) = $2 and suspended_at is null
       returning provider_id, programme_id)
     select 'provider' as door, slug from providers where id in (select provider_id from joined)
     union all select 'programme', slug from programmes where id in (select programme_id from joined)`,
    [session, placeId],
  );
  return home ?? null;
}

/** Whose session this is; null for visitors, and for nobody. */
export async function ownerOf(session: Buffer | null): Promise<{ id: string; name: string; email: string | null } | null> {
  if (!session) return null;
  const [person] = await askAccounts<{ id: string; name: string; email: string | null }>(
    "select p.id, p.name, p.email from auth.sessions s join auth.persons p on p.id = s.person_id where s.hash = $1 and s.expires_at > moment()",
    [session],
  );
  return person ?? null;
}

/** Where this person is signed in, this browser first. */
export function sessionsOf(personId: string, session: Buffer | null): Promise<OwnSession[]> {
  return askAccounts<OwnSession>(
    `select id, device, created_at as since, seen_at as "seenAt", hash = $2 as here from auth.sessions
     where person_id = $1 and expires_at > moment() order by here desc, created_at desc, id limit 100`,
    [personId, session],
  );
}

/** Ends one session of whoever this session belongs to, or all but this one. False: there is no such session of theirs. */
export async function endOwnSession(session: Buffer, which: string | "others"): Promise<boolean> {
  const ended = await askAccounts(
    `delete from auth.sessions where person_id = (select person_id from auth.sessions where hash = $1 and expires_at > moment())
     and case when $2::uuid is null then hash <> $1 else id = $2::uuid end returning id`,
    [session, which === "others" ? null : which],
  );
  return which === "others" || ended.length === 1;
}
