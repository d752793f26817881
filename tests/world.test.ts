/** The invented world: whole, consistent, and never ahead of today. What tests begin with and what the demonstration shows. */
import pg from "pg";
import { describe, expect, test } from "vitest";
import { nextState, type State } from "#lib/projects/steps.ts";
import regions from "#prisma/content/regions.json" with { type: "json" };
import { others } from "#prisma/others.ts";
import { seed } from "#prisma/seed.ts";
import { wholeWorld } from "#prisma/whole-world.ts";
import { cast, doorOf, programme, world, type NetworkInWorld, type ProjectInWorld, type ProviderInWorld } from "#prisma/world.ts";
import { testDatabase } from "./support/database.ts";

const whole = wholeWorld();
const networks = whole.flatMap((provider) => provider.networks.map((network) => ({ provider, network, projects: network.projects ?? [] })));
const projects = networks.flatMap(({ network, projects: some }) => some.map((project) => ({ network, project })));
const twice = (all: string[]) => all.filter((one, at) => all.indexOf(one) !== at);

describe("who and where", () => {
  test("every id and every key is somebody's alone", () => {
    const ids = whole.flatMap((provider) => [provider.id, ...provider.members.flatMap(({ member, person }) => [member, person]), ...provider.participants.map(({ participant }) => participant)]);
    const inside = networks.flatMap(({ network, projects: some }) => [network.id, ...[...network.meetings, ...network.groups, ...network.ideas, ...some].map(({ id }) => id)]);
    expect(twice([...ids, ...inside])).toEqual([]);
    expect(twice(cast.map(({ key }) => key))).toEqual([]);
    expect(twice(whole.map(({ slug }) => slug))).toEqual([]);
    expect(twice(whole.flatMap(({ members }) => members.map(({ email }) => email)))).toEqual([]);
  });

  test("the whole world begins with the two that are told in full", () => expect(whole.slice(0, 2).map(({ slug }) => slug)).toEqual(world.map(({ slug }) => slug)));

  test("eight countries, regions that exist and lie there, one provider without", () => {
    expect(new Set(whole.map(({ country }) => country)).size).toBe(8);
    const real = whole.filter(({ region, country }) => regions.some(({ code, country: in_ }) => code === region && in_ === country));
    expect(whole.filter((provider) => !real.includes(provider)).map(({ region }) => region)).toEqual([null]);
  });

  test("everything that bears a name says that it is the demo", () => {
    for (const { name } of [...whole, programme]) expect(name).toMatch(/ \(demo\)$/);
    for (const { email } of [...whole.flatMap(({ members }) => members), ...programme.members]) expect(email).toMatch(/\.example\.org$/);
  });

  test("everybody of the cast has a door, and who was only invited has none", () => {
    for (const person of cast) expect(doorOf(person).goTo).toMatch(/^\/(at|programme)\/[a-z-]+/);
    expect(others.flatMap(({ members }) => members).filter(({ invited }) => invited).length).toBeGreaterThan(0);
    expect(cast.filter(({ key }) => others.some(({ members }) => members.some((member) => member.invited && member.key === key)))).toEqual([]);
  });
});

describe("what is told", () => {
  test("the ten micro projects are there", () => {
    const titles = projects.map(({ project }) => project.title);
    for (const title of ["Autobuss, kas gaida", "Otrā zupa", "Word pantry", "Ferienfüchse", "Formular-Café", "Woodshed circle", "Call me at ten", "Fathers' kitchen", "Quiet hour", "Common room after the state farm"]) expect(titles).toContain(title);
  });

  test("every text says something", () => {
    for (const { network, projects: some } of networks) {
      const said = [network.name, network.place, ...network.texts.flatMap(({ welcome, houseRules, whoSees }) => [welcome, houseRules, whoSees]), ...network.meetings.flatMap(({ place, note }) => [place, note]), ...network.ideas.flatMap(({ what, answer }) => [what, answer?.text ?? "-"])];
      const told = some.flatMap(({ title, place, closing, steps, activities }) => [title, place, closing?.told ?? "-", closing?.learned ?? "-", ...activities.map(({ what }) => what), ...steps.map((step) => (["paused", "stopped"].includes(step.step) ? (step.why ?? "") : "-"))]);
      expect([...said, ...told].filter((text) => text.trim() === ""), network.slug).toEqual([]);
    }
  });

  test("no network hears the same idea twice, and a diary repeats itself at most a few times", () => {
    for (const { network } of networks) expect(twice(network.ideas.map(({ what }) => what)), network.slug).toEqual([]);
    for (const { project } of projects) {
      const texts = project.activities.map(({ what }) => what);
      for (const text of new Set(texts)) expect(texts.filter((one) => one === text).length, `${project.title}: ${text}`).toBeLessThanOrEqual(3);
    }
  });

  test("no provider begins a micro project of the same name twice", () => {
    for (const provider of whole) expect(twice(provider.networks.flatMap(({ projects: some = [] }) => some.map(({ title }) => title))), provider.slug).toEqual([]);
  });

  test("German and Latvian providers speak for themselves; what was translated says so", () => {
    for (const { provider, network, projects: some } of networks) {
      const origins = new Set([...network.ideas, ...some].map(({ origin }) => origin ?? "written"));
      if (provider.country === "DE" || provider.country === "LV") expect([network.language, ...origins]).toEqual([provider.country.toLowerCase(), "written"]);
      else expect([...origins]).toEqual(["translated"]);
    }
  });
});

describe("what follows from what", () => {
  test("everybody who is named belongs to the place", () => {
    for (const { provider, network, projects: some } of networks) expect([network.slug, ...strangers(provider, network, some)]).toEqual([network.slug]);
  });

  test("a project grew from an idea of its network that was answered before, and not with “not now”", () => {
    for (const { network, project } of projects) {
      if ("without" in project.from) continue;
      const { idea: id } = project.from;
      const idea = network.ideas.find((one) => one.id === id);
      expect(idea?.answer?.notNow ?? false, project.title).toBe(false);
      expect(idea?.answer?.daysAgo, project.title).toBeGreaterThanOrEqual(project.steps[0]?.daysAgo ?? Infinity);
    }
    expect(twice(projects.flatMap(({ project: { from } }) => ("idea" in from ? [from.idea] : [])))).toEqual([]);
  });

  test("steps follow each other, and an ending is told exactly where a project was closed", () => {
    for (const { project } of projects) {
      let state: State | "" = "";
      project.steps.forEach(({ step, daysAgo }, n) => {
        const next = nextState(state, step);
        expect(next, `${project.title}: ${step}`).not.toBeNull();
        state = next ?? "";
        expect(daysAgo, project.title).toBeLessThanOrEqual(project.steps[n - 1]?.daysAgo ?? Infinity);
      });
      expect(Boolean(project.closing), project.title).toBe(project.steps.some(({ step }) => step === "closed"));
      expect(project.closing?.outcome === "goes on", project.title).toBe(project.closing?.goesOnAs !== undefined);
    }
  });

  test("whatever day it is today: nothing happens in the future, before its project or after its end", () => {
    for (const { project } of projects) {
      const [first, last] = [project.steps[0]?.daysAgo ?? 0, project.steps.at(-1)];
      const end = last?.step === "closed" || last?.step === "stopped" ? last.daysAgo : 0;
      const back = project.weekday === undefined ? 0 : 6;
      for (const { daysAgo, former, takenBack, newcomers, regulars, children } of project.activities) {
        expect(daysAgo + back, project.title).toBeLessThanOrEqual(first);
        expect(daysAgo, project.title).toBeGreaterThanOrEqual(Math.max(former || takenBack ? 2 : 1, end));
        expect(children).toBeLessThanOrEqual(newcomers + regulars);
      }
    }
    for (const { network } of networks) for (const { daysAgo, answer } of network.ideas) expect([daysAgo >= 1, (answer?.daysAgo ?? 1) >= 1, (answer?.daysAgo ?? 0) <= daysAgo]).toEqual([true, true, true]);
  });

  test("there is something of every kind: forming, running, paused, closed, stopped; late, waiting, not now", () => {
    const lasts = new Set(projects.map(({ project }) => project.steps.at(-1)?.step));
    for (const step of ["formed", "started", "paused", "closed", "stopped"]) expect(lasts).toContain(step);
    const ideas = networks.flatMap(({ network }) => network.ideas);
    for (const kind of [ideas.filter(({ answer }) => !answer), ideas.filter(({ answer, daysAgo }) => !answer && daysAgo > 28), ideas.filter(({ answer }) => answer?.notNow)]) expect(kind.length).toBeGreaterThan(2);
  });
});

describe("the seed", () => {
  test("tests get the two providers with something of everything, and a second time nothing happens", async () => {
    const database = await testDatabase();
    await seed(database.ownerUrl, key);
    const first = await rows(database.ownerUrl);
    expect(first).toMatchObject({ providers: 2, persons: 9, partnerships: 2, memberships: 11, releases: 0 });
    await seed(database.ownerUrl, key);
    expect(await rows(database.ownerUrl)).toEqual(first);
    await database.drop();
  });

  test("the demonstration gets everybody, with published quarters, and a second time nothing happens", async () => {
    const database = await testDatabase();
    await seed(database.ownerUrl, key, { whole: true });
    const first = await rows(database.ownerUrl);
    expect(first).toMatchObject({ providers: whole.length, future: 0, partnerships: whole.length });
    expect(first.releases).toBeGreaterThanOrEqual(7);
    expect(first.withheld).toBeGreaterThan(0);
    expect(first.shown).toBeGreaterThan(200);
    await seed(database.ownerUrl, key, { whole: true });
    expect(await rows(database.ownerUrl)).toEqual(first);
    await database.drop();
  }, 60_000);
});

const key = "a key of at least thirty-two letters";

function strangers(provider: ProviderInWorld, network: NetworkInWorld, some: ProjectInWorld[]): string[] {
  const members = [network.contact, ...network.groups.map(({ contact }) => contact), ...network.ideas.flatMap(({ typedBy, answer }) => [typedBy, answer?.by, answer?.former?.by]), ...some.flatMap(({ steps, people, activities }) => [...steps.map(({ by }) => by), ...people.map(({ member }) => member), ...activities.map(({ by }) => by)])];
  const groups = [...network.ideas.map(({ group }) => group), ...some.flatMap(({ owner, group }) => ["group" in owner ? owner.group : undefined, group])];
  const known = new Set([...provider.members.map(({ member }) => member), ...network.groups.map(({ id }) => id)]);
  return [...members, ...groups].filter((id) => id !== undefined).filter((id) => !known.has(id));
}

type Counted = Record<"providers" | "persons" | "memberships" | "partnerships" | "releases" | "withheld" | "shown" | "activities" | "future", number>;

async function rows(ownerUrl: string): Promise<Counted> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('app.programme_id', $1, false)", [programme.id]);
    const { rows: [all] } = await client.query<Counted>(`select (select count(*) from providers)::int as providers, (select count(*) from auth.persons)::int as persons, (select count(*) from auth.memberships)::int as memberships,
      (select count(*) from partnerships)::int as partnerships, (select count(*) from releases)::int as releases,
      (select count(*) from figures where withheld)::int as withheld, (select count(*) from figures where not withheld)::int as shown`);
    const inside = { activities: 0, future: 0 };
    for (const { id } of whole) {
      await client.query("select set_config('app.provider_id', $1, false)", [id]);
      const { rows: [own] } = await client.query<typeof inside>(`select count(*)::int as activities, (count(*) filter (where happened_on >= moment()::date or written_at > moment() or happened_on < projects.created_at::date)
        + (select count(*) from project_steps where at > moment()) + (select count(*) from ideas where created_at > moment()) + (select count(*) from answers where written_at > moment()))::int as future
        from activities join projects on projects.id = project_id`);
      inside.activities += own?.activities ?? 0;
      inside.future += own?.future ?? 0;
    }
    return { ...(all ?? ({} as Counted)), ...inside };
  } finally {
    await client.end();
  }
}
