import { expect, test } from "vitest";
import { within } from "#lib/data/within.ts";
import { restGroup } from "#lib/groups/actions.ts";
import { changeProject, endRole, namePerson } from "#lib/projects/actions.ts";
import { projectToRead } from "#lib/projects/queries.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, dithmarschen, inTheWorld, isSentOn, vidzeme } from "#tests/support/people.ts";
import { aProject, network, takes, words } from "./story.ts";

const world = inTheWorld();
const anna = String(vidzeme.members.find(({ key }) => key === "anna")?.member);
const peopleOf = (project: string) => world.rows(vidzeme, "select role, called, members.name, ended_at is not null as ended from project_people left join members on members.id = member_id where project_id = $1 order by since", [project]);

test("a change keeps the former words and who changed them", async () => {
  const ilze = await as("ilze");
  const project = await aProject(ilze);
  const changed = { ...words({ title: "The bus that really waits", owner: "end user", ownerCalled: "Velta" }), project, version: "1" };
  expect(await ilze.does(changeProject, changed)).toEqual({ goTo: `/en/at/vidzeme/projects/${project}` });
  expect(await world.rows(vidzeme, "select title, owner, owner_called, owner_reason, version from projects where id = $1", [project])).toEqual([{ title: "The bus that really waits", owner: "end user", owner_called: "Velta", owner_reason: null, version: 2 }]);
  expect(await world.rows(vidzeme, "select title, owner, version, name from project_versions join members on members.id = replaced_by where project_id = $1", [project])).toEqual([{ title: "The bus that waits", owner: "nobody yet", version: 1, name: "Ilze" }]);
  expect(await world.rows(vidzeme, "select changed from events where subject_id = $1 and deed = 'change project'", [project])).toEqual([{ changed: "title owner ownerCalled ownerReason" }]);
  expect(await writing(world, () => ilze.does(changeProject, changed))).toMatchObject({ answer: { goTo: `/en/at/vidzeme/projects/${project}` }, wrote: [] });
});

test("two who change a project at the same moment: one change, and the other sees both texts", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  for (const round of [1, 2, 3]) {
    const project = await aProject(ilze);
    const form = { project, version: "1" };
    const answers = await Promise.all([ilze.does(changeProject, { ...words({ title: `Ilze's ${round}` }), ...form }), anna.does(changeProject, { ...words({ title: `Anna's ${round}` }), ...form })]);
    expect(answers.filter(isSentOn)).toHaveLength(1);
    const [saved] = await world.rows<{ title: string }>(vidzeme, "select title from projects where id = $1", [project]);
    const refused = answers.find((answer) => !isSentOn(answer));
    expect(refused).toMatchObject({ refusal: english.refusals.projectChangedMeanwhile, theirs: { text: expect.stringContaining(String(saved?.title)), version: 2 } });
    expect(await world.rows(vidzeme, "select title from project_versions where project_id = $1", [project])).toEqual([{ title: "The bus that waits" }]);
  }
});

test("a project keeps a group that rests by now, but gets no other that rests", async () => {
  const [ilze, group, other] = [await as("ilze"), String(network?.groups[0]?.id), String(network?.groups[1]?.id ?? crypto.randomUUID())];
  const project = await aProject(ilze, "running", { group });
  for (const id of [group, other]) await ilze.does(restGroup, { group: id });
  expect(await ilze.does(changeProject, { ...words({ group, title: "With the same group" }), project, version: "1" })).toHaveProperty("goTo");
  expect(await ilze.does(changeProject, { ...words({ group: other }), project, version: "2" })).toMatchObject({ refusal: english.refusals.projectGroupNotHere });
});

test("people take roles and end them; whoever had one stays in the story", async () => {
  const ilze = await as("ilze");
  const project = await aProject(ilze);
  const lead = { id: crypto.randomUUID(), project, role: "peer lead", called: "Velta", member: "" };
  for (const _ of [1, 2]) expect(await ilze.does(namePerson, lead)).toEqual({ goTo: `/en/at/vidzeme/projects/${project}#people` });
  await ilze.does(namePerson, { id: crypto.randomUUID(), project, role: "facilitator", called: "", member: anna });
  for (const _ of [1, 2]) expect(await ilze.does(endRole, { person: lead.id })).toHaveProperty("goTo");
  expect(await peopleOf(project)).toEqual([
    { role: "facilitator", called: null, name: "Ilze", ended: false }, { role: "peer lead", called: "Velta", name: null, ended: true }, { role: "facilitator", called: null, name: "Anna", ended: false },
  ]);
  expect(await world.rows(vidzeme, "select from events where subject_id = $1", [lead.id])).toHaveLength(2);
});

test("nobody is named in a project that has ended, and nobody of another provider anywhere", async () => {
  const ilze = await as("ilze");
  const [project, closed] = [await aProject(ilze), await aProject(ilze, "closed")];
  const helper = { id: crypto.randomUUID(), role: "helper", called: "Jānis", member: "" };
  expect(await ilze.does(namePerson, { ...helper, project: closed })).toMatchObject({ refusal: english.refusals.projectIsClosed });
  for (const member of [String(dithmarschen.members[0]?.member), crypto.randomUUID()]) {
    expect(await writing(world, () => ilze.does(namePerson, { id: crypto.randomUUID(), project, role: "facilitator", called: "", member }))).toEqual({ answer: "not found", wrote: [] });
  }
  const birte = await as("birte");
  expect(await birte.does(namePerson, { ...helper, project })).toBe("not found");
  expect(await birte.does(changeProject, { ...words(), project, version: "1" })).toBe("not found");
  await takes(ilze, "stopped", project);
});

test("whoever is in a project now is seen, however many were before; more than sixty at a time are refused in words", async () => {
  const ilze = await as("ilze");
  const project = await aProject(ilze);
  const names = (from: number, to: number, ended: string) => world.rows(vidzeme, `insert into project_people (id, project_id, role, called, named_by, since, ended_at)
    select gen_random_uuid(), $1, 'helper', 'H' || n, (select member_id from project_steps where project_id = $1 limit 1), moment() + make_interval(secs => n), ${ended} from generate_series($2::int, $3::int) n`, [project, from, to]);
  await names(1, 120, "moment() + interval '1 day'");
  await names(121, 178, "null");
  const helper = (called: string, id = crypto.randomUUID()) => ({ id, project, role: "helper", called, member: "" });
  const last = helper("The last");
  expect(await ilze.does(namePerson, last)).toHaveProperty("goTo");
  const people = await within({ place: { id: vidzeme.id } }, async (db) => (await projectToRead(db, project)).people);
  const now = people.filter(({ endedAt }) => !endedAt).map(({ called, member }) => called ?? member?.name);
  expect([now.length, new Set([...now, "Ilze", "The last", "H121", "H178"]).size]).toEqual([60, 60]);
  expect(await writing(world, () => ilze.does(namePerson, helper("One more")))).toMatchObject({ answer: { ok: false, refusal: english.refusals.projectPeopleFull.replace("{most}", "60"), typed: { called: "One more" } }, wrote: [] });
  expect(await writing(world, () => ilze.does(namePerson, last))).toMatchObject({ answer: { goTo: `/en/at/vidzeme/projects/${project}#people` }, wrote: [] });
});
