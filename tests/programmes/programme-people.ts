/** What the tests of programmes share: its people, what either side's row says, and the news carried between them. */
import { tellProgramme, tellProvider } from "#lib/programmes/jobs.ts";
import { programme, type ProviderInWorld } from "#prisma/world.ts";
import { as, type Answer, type Form, type Person, type World } from "#tests/support/people.ts";
import type { ServerDeed } from "#lib/action/outcome.ts";

/** Somebody of the programme, by their role there. */
export async function inProgramme(role: "partner" | "editor" | "manager"): Promise<Person> {
  const member = programme.members.find(({ roles }) => roles.includes(role));
  if (!member) throw new Error(`prisma/world.ts no longer has a ${role}`);
  return as(member.key);
}

/** A programme's deed, as its pages send it. */
export const does = (person: Person, deed: ServerDeed, form: Form = {}, slug = programme.slug): Promise<Answer> => person.does(deed, { programme: slug, ...form });

/** What the programme's row and the provider's own row say. */
export async function bothSides(world: World, provider: ProviderInWorld, programmeId = programme.id) {
  const state = async (table: "partnerships" | "joinings") => {
    const { rows } = await world.owner.query<{ state: string }>(`select state from ${table} where programme_id = $1 and provider_id = $2`, [programmeId, provider.id]);
    return rows[0]?.state;
  };
  await enterBoth(world, provider, programmeId);
  return { programme: await state("partnerships"), provider: await state("joinings") };
}

/** As if the two had never heard of each other. */
export async function unknown(world: World, provider: ProviderInWorld): Promise<void> {
  await enterBoth(world, provider, programme.id);
  await world.owner.query("delete from joinings where programme_id = $1", [programme.id]);
  await world.owner.query("delete from partnerships where provider_id = $1", [provider.id]);
}

/** What the queues do once a deed is committed. */
export async function newsIsCarried(provider: ProviderInWorld): Promise<void> {
  await tellProvider({ programmeId: programme.id, id: provider.id });
  await tellProgramme({ providerId: provider.id, id: programme.id });
}

async function enterBoth(world: World, provider: ProviderInWorld, programmeId: string): Promise<void> {
  await world.owner.query("select set_config('app.programme_id', $1, false), set_config('app.provider_id', $2, false)", [programmeId, provider.id]);
}
