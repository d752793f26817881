/** A manager invites a provider, its leader answers, the manager sees it: two rows, two sides, and a job between them. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import ProgrammesPage from "#app/[locale]/at/[provider]/programmes/page.tsx";
import InvitePage from "#app/[locale]/programme/[programme]/invite/page.tsx";
import ProgrammePage from "#app/[locale]/programme/[programme]/page.tsx";
import { answerInvitation, inviteProvider, leaveProgramme } from "#lib/programmes/actions.ts";
import { tellProgramme, tellProvider } from "#lib/programmes/jobs.ts";
import { programme } from "#prisma/world.ts";
import { as, dithmarschen, inTheWorld, vidzeme, visitor, type Person } from "#tests/support/people.ts";
import { bothSides, does, inProgramme, newsIsCarried, unknown } from "./programme-people.ts";

const world = inTheWorld();
const invites = (person: Person, provider = vidzeme) => does(person, inviteProvider, { invited: provider.id });
const says = (person: Person, answer: string) => person.does(answerInvitation, { invitation: programme.id, says: answer });
const leaves = (person: Person) => person.does(leaveProgramme, { invitation: programme.id });
const sides = () => bothSides(world, vidzeme);
const props = { params: Promise.resolve({ locale: "en", programme: programme.slug, provider: "vidzeme" }), searchParams: Promise.resolve({}) } as never;
const reads = async (person: Person, page: (props: never) => Promise<unknown>) => JSON.stringify(await person.sees(() => page(props)));

beforeEach(() => unknown(world, vidzeme));

test("a manager invites, the leader sees it and joins, the manager sees that they joined", async () => {
  const [manager, maris] = [await inProgramme("manager"), await as("maris")];
  expect(await reads(manager, InvitePage)).toContain(vidzeme.name);
  expect(await reads(maris, ProgrammesPage)).not.toContain(programme.name);
  expect(await invites(manager)).toEqual({ goTo: `/en/programme/${programme.slug}?invited=provider` });
  expect(await sides()).toEqual({ programme: "invited", provider: undefined });
  await newsIsCarried(vidzeme);
  expect(await sides()).toEqual({ programme: "invited", provider: "invited" });
  expect(await reads(maris, ProgrammesPage)).toContain(programme.name);
  expect(await says(maris, "joined")).toMatchObject({ ok: true });
  await newsIsCarried(vidzeme);
  expect(await sides()).toEqual({ programme: "joined", provider: "joined" });
  for (const role of ["manager", "partner", "editor"] as const) expect(await reads(await inProgramme(role), ProgrammePage)).toContain(vidzeme.name);
  expect(await reads(manager, InvitePage)).not.toContain(vidzeme.name);
});

test("partners see who joined, and not who is only invited; the manager sees both", async () => {
  await invites(await inProgramme("manager"));
  expect(await reads(await inProgramme("partner"), ProgrammePage)).not.toContain(vidzeme.name);
  expect(await reads(await inProgramme("manager"), ProgrammePage)).toContain(vidzeme.name);
});

test("a leader says no, may still say yes, leaves, and can be invited again", async () => {
  const [manager, maris] = [await inProgramme("manager"), await as("maris")];
  const steps: [() => Promise<unknown>, string][] = [
    [() => invites(manager), "invited"], [() => says(maris, "declined"), "declined"], [() => says(maris, "joined"), "joined"], [() => leaves(maris), "left"],
    [() => invites(manager), "invited"], [() => says(maris, "declined"), "declined"], [() => invites(manager), "invited"], [() => says(maris, "joined"), "joined"],
  ];
  for (const [step, state] of steps) {
    await step();
    await newsIsCarried(vidzeme);
    expect(await sides()).toEqual({ programme: state, provider: state });
  }
});

test("what cannot be is refused in words, and twice is once", async () => {
  const [manager, maris] = [await inProgramme("manager"), await as("maris")];
  await invites(manager);
  expect(await invites(manager)).toHaveProperty("goTo");
  await newsIsCarried(vidzeme);
  expect(await leaves(maris)).toMatchObject({ ok: false, refusal: expect.stringContaining("waits for your answer") });
  await says(maris, "joined");
  expect(await says(maris, "joined")).toMatchObject({ ok: true });
  expect(await says(maris, "declined")).toMatchObject({ ok: false, refusal: expect.stringContaining("Leave the programme") });
  await newsIsCarried(vidzeme);
  expect(await invites(manager)).toMatchObject({ ok: false, refusal: expect.stringContaining("joined the programme already") });
  await leaves(maris);
  expect(await says(maris, "joined")).toMatchObject({ ok: false, refusal: expect.stringContaining("new invitation") });
  const rows = await world.rows<{ deed: string }>(vidzeme, "select deed from events where subject_kind = 'joining' and subject_id = $1 order by at", [programme.id]);
  expect(rows.slice(-2).map(({ deed }) => deed)).toEqual(["answer invitation", "leave programme"]);
});

describe("nobody comes in by a side door", () => {
  test("only a manager invites, and only a provider that is there", async () => {
    for (const role of ["partner", "editor"] as const) {
      const person = await inProgramme(role);
      expect([await invites(person), await person.sees(() => InvitePage(props))]).toEqual(["not found", "not found"]);
    }
    const manager = await inProgramme("manager");
    expect(await does(manager, inviteProvider, { invited: randomUUID() })).toBe("not found");
    expect(await does(manager, inviteProvider, { invited: "vidzeme" })).toMatchObject({ ok: false, fields: { invited: expect.any(String) } });
    expect(await sides()).toEqual({ programme: undefined, provider: undefined });
  });

  test("a leader who was not invited finds nothing, and nobody answers for another house", async () => {
    const [maris, jonas] = [await as("maris"), await as("jonas")];
    expect([await says(maris, "joined"), await leaves(maris)]).toEqual(["not found", "not found"]);
    await invites(await inProgramme("manager"));
    await newsIsCarried(vidzeme);
    const elsewhere = (answer: string) => jonas.does(answerInvitation, { provider: "vidzeme", invitation: programme.id, says: answer });
    expect(await elsewhere("joined")).toBe("not found");
    for (const person of [await as("ilze"), await as("liene"), await as("valdis"), visitor()]) expect([await says(person, "joined"), await reads(person, ProgrammesPage)]).toEqual(["not found", '"not found"']);
    expect(await sides()).toEqual({ programme: "invited", provider: "invited" });
  });

  test("a row that a provider has of its own makes none in the programme", async () => {
    await world.rows(vidzeme, "insert into joinings (programme_id, state) values ($1, 'joined')", [programme.id]);
    await tellProgramme({ providerId: vidzeme.id, id: programme.id });
    expect(await sides()).toEqual({ programme: undefined, provider: "joined" });
  });
});

describe("the news", () => {
  test("told twice, late or of nothing changes nothing that is newer", async () => {
    const [manager, maris] = [await inProgramme("manager"), await as("maris")];
    await tellProvider({ programmeId: programme.id, id: randomUUID() });
    await invites(manager);
    await newsIsCarried(vidzeme);
    await says(maris, "joined");
    await tellProvider({ programmeId: programme.id, id: vidzeme.id });
    expect(await sides()).toEqual({ programme: "invited", provider: "joined" });
    for (let time = 0; time < 3; time += 1) await newsIsCarried(vidzeme);
    expect(await sides()).toEqual({ programme: "joined", provider: "joined" });
  });

  test("waits in its queue, from the deed's own transaction", async () => {
    const waiting = async (queue: string) => (await world.owner.query<{ data: object }>("select data from pgboss.job where name = $1 order by created_on desc limit 1", [queue])).rows[0]?.data;
    await invites(await inProgramme("manager"));
    expect(await waiting("tell-provider")).toEqual({ programmeId: programme.id, id: vidzeme.id });
    await newsIsCarried(vidzeme);
    await says(await as("maris"), "joined");
    expect(await waiting("tell-programme")).toEqual({ providerId: vidzeme.id, id: programme.id });
  });

  test("of one provider says nothing of another", async () => {
    const before = await bothSides(world, dithmarschen);
    await invites(await inProgramme("manager"));
    await newsIsCarried(vidzeme);
    expect(await bothSides(world, dithmarschen)).toEqual(before);
  });
});
