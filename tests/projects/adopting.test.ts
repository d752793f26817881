import { expect, test } from "vitest";
import { restGroup } from "#lib/groups/actions.ts";
import { answerIdea, deferIdea } from "#lib/ideas/actions.ts";
import { adoptIdea, beginProject, changeProject } from "#lib/projects/actions.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { as, dithmarschen, inTheWorld, isSentOn, vidzeme } from "#tests/support/people.ts";
import { aProject, anAdopted, anIdea, idOf, network, words } from "./story.ts";

const world = inTheWorld();
const group = String(network?.groups[0]?.id);
const rowOf = async (project: string) => (await world.rows(vidzeme, "select title, place, state, owner, planned, currency, network_id, group_id, without_idea, version from projects where id = $1", [project]))[0];

test("an answered idea becomes a micro project that is forming, with whoever adopted it as its facilitator", async () => {
  const [ilze, form] = [await as("ilze"), words({ group, owner: "group", ownerReason: "" })];
  const idea = await anIdea(ilze);
  expect(await ilze.does(adoptIdea, { ...form, idea })).toEqual({ goTo: `/en/at/vidzeme/projects/${form.id}` });
  expect(await rowOf(String(form.id))).toEqual({ title: "The bus that waits", place: "Ozolmuiža", state: "forming", owner: "group", planned: 64_000, currency: "EUR", network_id: network?.id, group_id: group, without_idea: null, version: 1 });
  expect(await world.rows(vidzeme, "select idea_id, name from adoptions join members on members.id = member_id where project_id = $1", [form.id])).toEqual([{ idea_id: idea, name: "Ilze" }]);
  expect(await world.rows(vidzeme, "select step, name from project_steps join members on members.id = member_id where project_id = $1", [form.id])).toEqual([{ step: "formed", name: "Ilze" }]);
  expect(await world.rows(vidzeme, "select role, name, ended_at from project_people join members on members.id = member_id where project_id = $1", [form.id])).toEqual([{ role: "facilitator", name: "Ilze", ended_at: null }]);
  expect(await world.rows(vidzeme, "select deed, subject_kind, network_id from events where subject_id = $1", [form.id])).toEqual([{ deed: "adopt idea", subject_kind: "project", network_id: network?.id }]);
});

test("an idea that waits is answered first; one with “not now” gets another answer first", async () => {
  const [ilze, idea] = [await as("ilze"), await anIdea()];
  const adopts = () => writing(world, () => ilze.does(adoptIdea, words({ idea })));
  expect(await adopts()).toMatchObject({ answer: { ok: false, refusal: english.refusals.answerFirst }, wrote: [] });
  await ilze.does(deferIdea, { idea, version: "0", text: "The road is closed." });
  expect(await adopts()).toMatchObject({ answer: { ok: false, refusal: english.refusals.saidNotNow }, wrote: [] });
  await ilze.does(answerIdea, { idea, version: "1", text: "The road is open again." });
  expect((await adopts()).answer).toHaveProperty("goTo");
});

test("the same form sent twice, also at the same moment, makes one project", async () => {
  const ilze = await as("ilze");
  const form = words({ idea: await anIdea(ilze) });
  const answers = await Promise.all([1, 2, 3].map(() => ilze.does(adoptIdea, form)));
  expect(answers).toEqual(Array(3).fill({ goTo: `/en/at/vidzeme/projects/${form.id}` }));
  expect(await writing(world, () => ilze.does(adoptIdea, form))).toEqual({ answer: answers[0], wrote: [] });
  expect(await world.rows(vidzeme, "select project_id from adoptions where idea_id = $1", [form.idea])).toEqual([{ project_id: form.id }]);
  expect(await world.rows(vidzeme, "select step from project_steps where project_id = $1", [form.id])).toHaveLength(1);
});

test("two who adopt an idea at the same moment: one project, and the other is told its title", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  for (const round of [1, 2, 3]) {
    const idea = await anIdea(ilze);
    const answers = await Promise.all([ilze.does(adoptIdea, words({ idea, title: `Ilze's bus ${round}` })), anna.does(adoptIdea, words({ idea, title: `Anna's bus ${round}` }))]);
    const [winner] = await world.rows<{ title: string }>(vidzeme, "select title from projects where id = (select project_id from adoptions where idea_id = $1)", [idea]);
    expect(answers.filter(isSentOn)).toHaveLength(1);
    expect(answers.find((answer) => !isSentOn(answer))).toMatchObject({ refusal: english.refusals.adoptedBefore.replace("{title}", String(winner?.title)) });
    expect(await world.rows(vidzeme, "select from projects where title like $1", [`% bus ${round}`])).toHaveLength(1);
  }
});

test("a taken id makes another project, and theirs stays as it is", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  const { project } = await anAdopted(ilze, { title: "Ilze's own" });
  const { project: other } = await anAdopted(anna, { id: project, title: "Anna's own" });
  expect(other).not.toBe(project);
  expect([await rowOf(project), await rowOf(other)]).toMatchObject([{ title: "Ilze's own" }, { title: "Anna's own" }]);
});

test("without an idea it needs a reason, and the same form again is the same project", async () => {
  const ilze = await as("ilze");
  const form = words({ network: String(network?.id), withoutIdea: "" });
  expect(await ilze.does(beginProject, form)).toMatchObject({ ok: false, fields: { withoutIdea: english.fields.withoutIdeaMissing } });
  const right = { ...form, withoutIdea: "The choir asked us." };
  const first = await ilze.does(beginProject, right);
  expect(await writing(world, () => ilze.does(beginProject, right))).toMatchObject({ answer: first, wrote: expect.not.arrayContaining(["vidzeme: projects"]) });
  expect(await rowOf(idOf(first))).toMatchObject({ without_idea: "The choir asked us.", state: "forming" });
  expect(idOf(await (await as("anna")).does(beginProject, right))).not.toBe(form.id);
});

test("a group that rests, or acts in another network or at another provider, cannot have it", async () => {
  const [ilze, resting] = [await as("ilze"), String(vidzeme.networks.flatMap(({ groups }) => groups).at(-1)?.id)];
  await ilze.does(restGroup, { group: resting });
  const foreign = [resting, String(dithmarschen.networks[0]?.groups[0]?.id), crypto.randomUUID()];
  for (const group of foreign) {
    const idea = await anIdea(ilze);
    expect(await ilze.does(adoptIdea, words({ idea, group }))).toMatchObject({ ok: false, refusal: english.refusals.projectGroupNotHere });
    expect(await ilze.does(beginProject, words({ network: String(network?.id), withoutIdea: "So.", group }))).toMatchObject({ ok: false, refusal: english.refusals.projectGroupNotHere });
  }
});

test("nobody adopts another provider's idea, nor begins in its network", async () => {
  const [ilze, theirs] = [await as("ilze"), dithmarschen.networks[0]];
  const answered = String(theirs?.ideas.find(({ answer }) => answer)?.id);
  expect(await writing(world, () => ilze.does(adoptIdea, words({ idea: answered })))).toEqual({ answer: "not found", wrote: [] });
  expect(await writing(world, () => ilze.does(beginProject, words({ network: String(theirs?.id), withoutIdea: "So." })))).toEqual({ answer: "not found", wrote: [] });
});

test("an idea that is a micro project cannot be answered “not now”; another answer it can have", async () => {
  const ilze = await as("ilze");
  const { idea } = await anAdopted(ilze, { title: "The bus in May" });
  const defers = () => writing(world, () => ilze.does(deferIdea, { idea, version: "1", text: "No money." }));
  expect(await defers()).toMatchObject({ answer: { ok: false, refusal: english.refusals.notNowIsProject.replace("{title}", "The bus in May"), typed: { text: "No money." } }, wrote: [] });
  expect(await ilze.does(answerIdea, { idea, version: "1", text: "It goes from Monday." })).toHaveProperty("goTo");
  expect(await world.rows(vidzeme, "select text, version from answers where idea_id = $1", [idea])).toEqual([{ text: "It goes from Monday.", version: 2 }]);
});

test("who adopts while a colleague says “not now” waits, and is told so", async () => {
  const ilze = await as("ilze");
  const form = words({ idea: await anIdea(ilze) });
  await world.rows(vidzeme, "begin");
  await world.owner.query("update answers set version = 2 where idea_id = $1", [form.idea]);
  await world.owner.query("insert into deferrals (idea_id, answer_version) values ($1, 2)", [form.idea]);
  const adopting = ilze.does(adoptIdea, form);
  const before = await Promise.race([adopting, new Promise((resolve) => setTimeout(resolve, 500, "waits"))]);
  await world.owner.query("commit");
  expect([before, await adopting]).toEqual(["waits", expect.objectContaining({ ok: false, refusal: english.refusals.saidNotNow })]);
  expect(await world.rows(vidzeme, "select from adoptions where idea_id = $1", [form.idea])).toEqual([]);
});

test("whoever says “not now” while a colleague adopts waits, and is told so", async () => {
  const [ilze, idea, project] = [await as("ilze"), await anIdea(await as("anna")), await aProject(await as("anna"))];
  await world.rows(vidzeme, "begin");
  await world.owner.query("select from answers where idea_id = $1 for share", [idea]);
  await world.owner.query("insert into adoptions (idea_id, project_id, member_id) select $1, $2, member_id from project_steps where project_id = $2 limit 1", [idea, project]);
  const deferring = ilze.does(deferIdea, { idea, version: "1", text: "No money." });
  const before = await Promise.race([deferring, new Promise((resolve) => setTimeout(resolve, 500, "waits"))]);
  await world.owner.query("commit");
  expect([before, await deferring]).toEqual(["waits", expect.objectContaining({ ok: false, refusal: english.refusals.notNowIsProject.replace("{title}", "The bus that waits") })]);
});

test("the same form again is done also after a colleague's change; with other words it is refused", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  const [adopted, begun] = [words({ idea: await anIdea(ilze) }), words({ network: String(network?.id), withoutIdea: "So.", title: "The bus for ever" })];
  for (const [deed, form] of [[adoptIdea, adopted], [beginProject, begun]] as const) {
    await ilze.does(deed, form);
    await anna.does(changeProject, { ...words({ title: "Anna's bus" }), project: String(form.id), version: "1" });
    expect(await writing(world, () => ilze.does(deed, form))).toEqual({ answer: { goTo: `/en/at/vidzeme/projects/${form.id}` }, wrote: expect.not.arrayContaining(["vidzeme: projects"]) });
  }
  expect(await world.rows(vidzeme, "select from projects where title = 'The bus for ever'")).toEqual([]);
  expect(await writing(world, () => ilze.does(adoptIdea, { ...adopted, place: "Priežmala" }))).toMatchObject({ answer: { ok: false, refusal: english.refusals.adoptedBefore.replace("{title}", "Anna's bus") }, wrote: [] });
});
