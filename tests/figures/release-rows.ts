/** Rows from long before the world, which the tests of releases count by hand. */
import { randomUUID } from "node:crypto";
import type { ProviderInWorld } from "#prisma/world.ts";
import { dithmarschen, vidzeme, type World } from "#tests/support/people.ts";

/** A quarter in which the world has written nothing, and a day in it. */
export const quarter = "2021-Q2";
const inside = "2021-05-04";

type Given = { children?: number; minutes?: number; state?: string; on?: string };

/** Writes rows at a provider of this file's world, one after the other. */
export function oldRows(world: World) {
  const at = (provider: ProviderInWorld, question: string, values: unknown[] = []) => world.rows<{ id: string }>(provider, question, values);
  return { at, visits, project, idea, none };

  /** As if nothing had ever been written or published; both providers share, each in its region. */
  async function none(): Promise<void> {
    await world.owner.query("delete from figures; delete from releases");
    for (const provider of [vidzeme, dithmarschen]) {
      await at(provider, "delete from activities where happened_on < '2022-01-01'");
      await at(provider, "delete from project_steps where at < '2022-01-01'");
      await at(provider, "delete from projects where created_at < '2022-01-01'");
      await at(provider, "delete from answers where written_at < '2022-01-01'");
      await at(provider, "delete from ideas where created_at < '2022-01-01'");
      await at(provider, "insert into sharings (state, text_version) values ('on', 1) on conflict (provider_id) do update set state = 'on', text_version = 1, taken_at = null");
    }
    await world.owner.query("update providers set nuts_version = '2024', region_code = case slug when 'vidzeme' then 'LV00C' else 'DEF05' end");
  }

  async function visits(provider: ProviderInWorld, heads: number, { children = 0, minutes = 0, state = "logged", on = inside }: Given = {}): Promise<void> {
    await at(provider, `insert into activities (id, project_id, network_id, happened_on, what, surprised, next, newcomers, regulars, children, minutes, language, origin, state, author_id)
      select gen_random_uuid(), id, network_id, $1, 'x', '', '', 0, $2, $3, $4, 'en', 'written', $5, (select id from members order by id limit 1) from projects where id = $6`,
      [on, heads, children, minutes, state, await project(provider, "2020-01-01")]);
  }

  /** A project that was formed on a day, and what happened to it afterwards. */
  async function project(provider: ProviderInWorld, day: string, ...steps: [string, string][]): Promise<string> {
    const id = randomUUID();
    await at(provider, `insert into projects (id, network_id, title, place, language, origin, focus_group, owner, owner_reason, created_at)
      select $1, id, 'x', 'x', 'en', 'written', 'carers', 'nobody yet', 'x', $2 from networks order by id limit 1`, [id, day]);
    for (const [on, step] of [[day, "formed"], ...steps]) await at(provider, `insert into project_steps (id, project_id, step, why, language, member_id, at)
      select gen_random_uuid(), $1, $2, '', 'en', id, $3 from members order by id limit 1`, [id, step, on]);
    return id;
  }

  async function idea(provider: ProviderInWorld, said: string, answered: string | null): Promise<void> {
    const id = randomUUID();
    await at(provider, `insert into ideas (id, network_id, what, for_whom, we_have, language, origin, author_id, spoke, created_at)
      select $1, (select id from networks order by id limit 1), 'x', '', '', 'en', 'written', p.id, 'self', $2 from participants p order by p.id limit 1`, [id, said]);
    if (answered) await at(provider, "insert into answers (idea_id, text, language, origin, author_id, version, written_at) select $1, 'x', 'en', 'written', id, 1, $2 from members order by id limit 1", [id, answered]);
  }
}
