import { expect, test } from "vitest";
import LogPage from "#app/[locale]/at/[provider]/projects/[project]/log/page.tsx";
import ProjectPage from "#app/[locale]/at/[provider]/projects/[project]/page.tsx";
import { changeActivity, logActivity, putBackActivity, takeBackActivity } from "#lib/diary/actions.ts";
import english from "#messages/en.json" with { type: "json" };
import { writing } from "#tests/isolation/written.ts";
import { aProject, idOf } from "#tests/projects/story.ts";
import { as, inTheWorld, isSentOn, vidzeme, type Answer, type Form, type Person } from "#tests/support/people.ts";

const world = inTheWorld();
const rowOf = async (id: string) => (await world.rows(vidzeme, "select what, happened_on::text as on, newcomers, regulars, children, minutes, state, version, name as by from activities join members on members.id = author_id where activities.id = $1", [id]))[0];
const day = async (after: number) => (await world.rows<{ day: string }>(vidzeme, "select ((moment() at time zone 'Europe/Riga')::date + $1::int)::text as day", [after]))[0]?.day ?? "";
const formOf = async (project: string, more: Form = {}): Promise<Form> => ({ id: crypto.randomUUID(), project, happenedOn: await day(0), what: "We cooked soup.", newcomers: "3", regulars: "9", children: "4", hours: "2,5", ...more });
const entryIn = (answer: Answer) => (isSentOn(answer) ? String(/logged=([^#]+)/.exec(answer.goTo)?.[1]) : "");
const logs = async (person: Person, project: string, more: Form = {}) => entryIn(await person.does(logActivity, await formOf(project, more)));
const page = (drawn: unknown) => JSON.stringify(drawn);
const props = (project: string, search: Form = {}) => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", project }), searchParams: Promise.resolve(search) }) as never;

test("what happened is written down, with who wrote it, and leads to the project's page with a way to undo it", async () => {
  const ilze = await as("ilze");
  const [project, today] = [await aProject(ilze), await day(0)];
  const form = await formOf(project);
  expect(await ilze.does(logActivity, form)).toEqual({ goTo: `/en/at/vidzeme/projects/${project}?logged=${form.id}#diary` });
  expect(await rowOf(String(form.id))).toEqual({ what: "We cooked soup.", on: today, newcomers: 3, regulars: 9, children: 4, minutes: 150, state: "logged", version: 1, by: "Ilze" });
  expect(await world.rows(vidzeme, "select step from activity_steps where activity_id = $1", [form.id])).toEqual([{ step: "logged" }]);
  expect(await world.rows(vidzeme, "select deed, subject_kind from events where subject_id = $1", [form.id])).toEqual([{ deed: "log activity", subject_kind: "activity" }]);
});

test("the same form sent twice, also at the same moment, is one entry", async () => {
  const ilze = await as("ilze");
  const form = await formOf(await aProject(ilze));
  const answers = await Promise.all([1, 2, 3].map(() => ilze.does(logActivity, form)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await writing(world, () => ilze.does(logActivity, form))).toEqual({ answer: answers[0], wrote: [] });
  expect(await world.rows(vidzeme, "select from activities where project_id = $1", [form.project])).toHaveLength(1);
});

test("the same form again is the same entry also after a colleague's correction, and says so when it was taken back", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  const form = await formOf(await aProject(ilze));
  const first = await ilze.does(logActivity, form);
  const activity = String(form.id);
  await anna.does(changeActivity, { ...form, activity, version: "1", newcomers: "4" });
  expect(await writing(world, () => ilze.does(logActivity, form))).toEqual({ answer: first, wrote: [] });
  await anna.does(takeBackActivity, { activity });
  expect(await writing(world, () => ilze.does(logActivity, form))).toEqual({ answer: { goTo: `/en/at/vidzeme/projects/${form.project}?undone=${activity}#diary` }, wrote: [] });
  expect(await world.rows(vidzeme, "select newcomers, state from activities where project_id = $1", [form.project])).toEqual([{ newcomers: 4, state: "taken back" }]);
});

test("another's id, or one's own with other words, makes another entry", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  const form = await formOf(await aProject(ilze));
  await ilze.does(logActivity, form);
  const theirs = [await anna.does(logActivity, form), await ilze.does(logActivity, { ...form, what: "We baked bread." })].map(entryIn);
  expect(new Set([form.id, ...theirs]).size).toBe(3);
  expect(await rowOf(String(form.id))).toMatchObject({ what: "We cooked soup.", by: "Ilze" });
});

test("nothing is logged before the project starts, nor after its end; while it is paused it is", async () => {
  const ilze = await as("ilze");
  const { logBeforeStart, logAfterEnd } = english.refusals;
  for (const [state, refusal] of [["forming", logBeforeStart], ["closed", logAfterEnd], ["stopped", logAfterEnd]] as const) {
    const form = await formOf(await aProject(ilze, state));
    expect(await writing(world, () => ilze.does(logActivity, form))).toMatchObject({ answer: { ok: false, refusal, typed: { what: "We cooked soup." } }, wrote: [] });
  }
  expect(isSentOn(await ilze.does(logActivity, await formOf(await aProject(ilze, "paused"))))).toBe(true);
});

test("a project that is being closed while somebody writes takes nothing more", async () => {
  const ilze = await as("ilze");
  const project = await aProject(ilze);
  const form = await formOf(project);
  await world.rows(vidzeme, "begin");
  await world.owner.query("update projects set state = 'closed' where id = $1", [project]);
  const logging = ilze.does(logActivity, form);
  const before = await Promise.race([logging, new Promise((resolve) => setTimeout(resolve, 500, "waits"))]);
  await world.owner.query("commit");
  expect([before, await logging]).toEqual(["waits", expect.objectContaining({ ok: false, refusal: english.refusals.logAfterEnd })]);
  expect(await world.rows(vidzeme, "select from activities where project_id = $1", [project])).toEqual([]);
});

test("no day before the project began, and none to come, by the place's calendar", async () => {
  const ilze = await as("ilze");
  const project = await aProject(ilze);
  await world.rows(vidzeme, "update projects set created_at = moment() - interval '3 days' where id = $1", [project]);
  expect(await ilze.does(logActivity, await formOf(project, { happenedOn: await day(-4) }))).toMatchObject({ ok: false, refusal: expect.stringContaining("This micro project began on") });
  expect(await ilze.does(logActivity, await formOf(project, { happenedOn: await day(1) }))).toMatchObject({ ok: false, refusal: english.refusals.dayAhead });
  for (const after of [-3, 0]) expect(await ilze.does(logActivity, await formOf(project, { happenedOn: await day(after) }))).toHaveProperty("goTo");
  const entry = await logs(ilze, project);
  for (const after of [-4, 1]) expect(await ilze.does(changeActivity, { ...(await formOf(project, { happenedOn: await day(after) })), activity: entry, version: "1" })).toMatchObject({ ok: false });
});

test("a change keeps the former text with its author, and the former text can be put back", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  const project = await aProject(ilze);
  const activity = await logs(ilze, project);
  const changed = { ...(await formOf(project, { what: "We cooked lentil soup.", newcomers: "5" })), activity, version: "1" };
  expect(await anna.does(changeActivity, changed)).toEqual({ goTo: `/en/at/vidzeme/projects/${project}#diary` });
  expect(await rowOf(activity)).toMatchObject({ what: "We cooked lentil soup.", newcomers: 5, version: 2, by: "Anna" });
  const former = () => world.rows(vidzeme, "select what, newcomers, version, name as by from activity_versions join members on members.id = author_id where activity_id = $1 order by version", [activity]);
  expect(await former()).toEqual([{ what: "We cooked soup.", newcomers: 3, version: 1, by: "Ilze" }]);
  expect(await writing(world, () => anna.does(changeActivity, changed))).toMatchObject({ answer: { goTo: `/en/at/vidzeme/projects/${project}#diary` }, wrote: [] });
  await ilze.does(changeActivity, { ...(await formOf(project)), activity, version: "2" });
  expect(await rowOf(activity)).toMatchObject({ what: "We cooked soup.", version: 3, by: "Ilze" });
  expect(await former()).toHaveLength(2);
});

test("two who change an entry at the same moment: one change, the former kept, and the second sees both texts", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  for (const round of [1, 2, 3, 4, 5]) {
    const project = await aProject(ilze);
    const activity = await logs(ilze, project);
    const form = async (what: string) => ({ ...(await formOf(project, { what })), activity, version: "1" });
    const [one, two] = [await form(`Ilze's ${round}`), await form(`Anna's ${round}`)];
    const answers = await Promise.all([ilze.does(changeActivity, one), anna.does(changeActivity, two)]);
    const refused = answers.find((answer) => !isSentOn(answer));
    const saved = await rowOf(activity);
    expect(answers.filter(isSentOn)).toHaveLength(1);
    expect(refused).toMatchObject({ refusal: english.refusals.entryChangedMeanwhile, theirs: { text: expect.stringContaining(String(saved?.what)), by: saved?.by, version: 2 } });
    expect(await world.rows(vidzeme, "select what, version from activity_versions where activity_id = $1", [activity])).toEqual([{ what: "We cooked soup.", version: 1 }]);
  }
});

test("an entry is taken back, counts no more, cannot be changed, and is put back", async () => {
  const ilze = await as("ilze");
  const project = await aProject(ilze);
  const [activity] = [await logs(ilze, project), await logs(ilze, project, { what: "We baked.", newcomers: "1", regulars: "0", children: "0", hours: "" })];
  const visits = async () => /(\d+) visits?"/.exec(page(await ilze.sees(() => ProjectPage(props(project)))))?.[1] ?? (await world.rows<{ sum: string }>(vidzeme, "select sum(newcomers + regulars) from activities where project_id = $1 and state = 'logged'", [project]))[0]?.sum;
  expect(await visits()).toBe("13");
  expect(await ilze.does(takeBackActivity, { activity })).toEqual({ goTo: `/en/at/vidzeme/projects/${project}?undone=${activity}#diary` });
  expect(await visits()).toBe("1");
  expect(await writing(world, () => ilze.does(takeBackActivity, { activity }))).toMatchObject({ wrote: [] });
  expect(await ilze.does(changeActivity, { ...(await formOf(project)), activity, version: "1" })).toMatchObject({ refusal: english.refusals.entryTakenBack });
  expect(await ilze.does(putBackActivity, { activity })).toHaveProperty("goTo");
  expect(await visits()).toBe("13");
  const steps = await world.rows<{ step: string }>(vidzeme, "select step from activity_steps where activity_id = $1 order by at", [activity]);
  expect(steps.map(({ step }) => step)).toEqual(["logged", "taken back", "put back"]);
});

test("the last entry serves as template: its words and counts, but today's day", async () => {
  const ilze = await as("ilze");
  const project = await aProject(ilze);
  await world.rows(vidzeme, "update projects set created_at = moment() - interval '9 days' where id = $1", [project]);
  const last = await logs(ilze, project, { what: "Tuesday's walk", happenedOn: await day(-7), regulars: "17" });
  const empty = page(await ilze.sees(() => LogPage(props(project))));
  expect(empty).toContain(`log?like=${last}`);
  expect(empty).not.toContain("Tuesday's walk");
  const filled = page(await ilze.sees(() => LogPage(props(project, { like: last }))));
  expect(filled).toContain("Tuesday's walk");
  expect(filled).toContain('"regulars":"17"');
  expect(filled).toContain(`"happenedOn":"${await day(0)}"`);
  expect(page(await ilze.sees(() => LogPage(props(project, { like: "nonsense" }))))).not.toContain("Tuesday's walk");
});

test("another provider's project and entry are not found", async () => {
  const [ilze, birte] = [await as("ilze"), await as("birte")];
  const project = await aProject(ilze);
  const activity = await logs(ilze, project);
  const form = await formOf(project);
  for (const deed of [() => birte.does(logActivity, form), () => birte.does(changeActivity, { ...form, activity, version: "1" }), () => birte.does(takeBackActivity, { activity }), () => birte.does(putBackActivity, { activity })]) {
    expect(await writing(world, deed)).toEqual({ answer: "not found", wrote: [] });
  }
  const foreign = crypto.randomUUID();
  expect(await ilze.does(logActivity, { ...form, project: foreign })).toBe("not found");
  expect(idOf(await ilze.does(logActivity, form))).toBe(project);
});
