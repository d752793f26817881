import { expect, test } from "vitest";
import IdeaPage from "#app/[locale]/at/[provider]/ideas/[idea]/page.tsx";
import ActivityPage from "#app/[locale]/at/[provider]/projects/[project]/activities/[activity]/page.tsx";
import LogPage from "#app/[locale]/at/[provider]/projects/[project]/log/page.tsx";
import NewProjectPage from "#app/[locale]/at/[provider]/projects/new/page.tsx";
import ProjectPage from "#app/[locale]/at/[provider]/projects/[project]/page.tsx";
import { logActivity, takeBackActivity } from "#lib/diary/actions.ts";
import { diaryOf, beforeIn } from "#lib/diary/queries.ts";
import { momentIn } from "#lib/data/paging.ts";
import { within } from "#lib/data/within.ts";
import { projectOfIdea, projectsOf, runningProjects } from "#lib/projects/queries.ts";
import type { Actor } from "#lib/access/actor.ts";
import { as, dithmarschen, inTheWorld, vidzeme, type Form } from "#tests/support/people.ts";
import { aProject, anAdopted, anIdea, network, takes } from "./story.ts";

const world = inTheWorld();
const place = { place: { id: vidzeme.id } };
const props = (params: Form = {}, search: Form = {}) => ({ params: Promise.resolve({ locale: "en", provider: "vidzeme", ...params }), searchParams: Promise.resolve(search) }) as never;

test("whoever comes to adopt another provider's idea, or one that is nowhere, finds nothing", async () => {
  const ilze = await as("ilze");
  const theirs = String(dithmarschen.networks[0]?.ideas.find(({ answer }) => answer)?.id);
  for (const idea of [theirs, crypto.randomUUID(), "1; drop table ideas"]) expect(await ilze.sees(() => NewProjectPage(props({}, { idea })))).toBe("not found");
  expect(await ilze.sees(async () => NewProjectPage(props({}, { idea: await anIdea(ilze) })))).not.toBe("not found");
  expect(await (await as("maris")).sees(() => NewProjectPage(props()))).toBe("not found");
});

test("a leader sees no project's page and no idea's", async () => {
  const [ilze, maris] = [await as("ilze"), await as("maris")];
  const { idea, project } = await anAdopted(ilze);
  expect(await maris.sees(() => ProjectPage(props({ project })))).toBe("not found");
  expect(await maris.sees(() => IdeaPage(props({ idea })))).toBe("not found");
});

test("an idea tells which project it became, in what state and since when", async () => {
  const ilze = await as("ilze");
  const { idea, project } = await anAdopted(ilze, { title: "The bus that waits for all" });
  await takes(ilze, "started", project);
  const [step] = await world.rows<{ at: Date }>(vidzeme, "select at from project_steps where project_id = $1 and step = 'started'", [project]);
  expect(await within(place, (db) => projectOfIdea(db, idea))).toMatchObject({ id: project, title: "The bus that waits for all", state: "running", since: step?.at });
  expect(await within({ place: { id: dithmarschen.id } }, (db) => projectOfIdea(db, idea))).toBeNull();
});

test("the list is whole and without doubles, page by page, also when many began at one moment", async () => {
  await world.rows(vidzeme, `insert into projects (id, network_id, title, place, language, origin, focus_group, owner, owner_reason, without_idea, state, created_at)
    select gen_random_uuid(), $1, 'Project ' || n, 'Ozolmuiža', 'en', 'written', 'older people', 'nobody yet', 'So.', 'So.', case when n % 2 = 0 then 'paused' else 'forming' end, moment() - make_interval(mins => n / 10) from generate_series(1, 45) n`, [network?.id]);
  for (const state of [undefined, "paused"] as const) {
    const [all] = await world.rows<{ count: string }>(vidzeme, "select count(*) from projects where $1::text is null or state = $1", [state ?? null]);
    const seen: string[] = [];
    let after: string | null | undefined;
    do {
      const page = await within(place, (db) => projectsOf(db, { state, after: momentIn(after ?? undefined) }));
      expect(page.rows.length).toBeLessThanOrEqual(20);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(Number(all?.count));
    expect(new Set(seen).size).toBe(seen.length);
  }
});

test("the diary is whole and without doubles, page by page, also when many entries are of one day", async () => {
  const project = await aProject(await as("ilze"));
  await world.rows(vidzeme, `insert into activities (id, project_id, network_id, happened_on, what, surprised, next, newcomers, regulars, children, minutes, language, origin, author_id)
    select gen_random_uuid(), $1, $2, moment()::date - n / 10, 'Evening ' || n, '', '', 1, 1, 0, 0, 'en', 'written', $3 from generate_series(1, 45) n`, [project, network?.id, vidzeme.members[0]?.member]);
  const seen: string[] = [];
  let before: string | null | undefined;
  do {
    const page = await within(place, (db) => diaryOf(db, project, beforeIn(before ?? undefined)));
    seen.push(...page.entries.map(({ id }) => id));
    before = page.older;
  } while (before);
  expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
  for (const claim of ["", "2026-02-30_x", "yesterday", "_", "2026-11-20_' or true --", `0000-01-01_${project}`]) expect(beforeIn(claim)).toBeUndefined();
});

test("today shows the projects one looks after first", async () => {
  const [ilze, anna] = [await as("ilze"), await as("anna")];
  const [mine, ...others] = [await aProject(ilze), await aProject(anna), await aProject(anna)];
  const member = vidzeme.members.find(({ key }) => key === "ilze")?.member;
  const ids = (await within(place, (db) => runningProjects(db, { id: member, kind: "member" } as unknown as Actor, 8))).map(({ id }) => id);
  for (const other of others) expect(ids.indexOf(mine)).toBeLessThan(ids.indexOf(other) === -1 ? 8 : ids.indexOf(other));
  expect(ids.length).toBeLessThanOrEqual(8);
});

test("one's own projects are on Today however many others are newer", async () => {
  const ilze = await as("ilze");
  const mine = await aProject(ilze);
  await world.rows(vidzeme, `insert into projects (id, network_id, title, place, language, origin, focus_group, owner, owner_reason, without_idea, state, created_at)
    select gen_random_uuid(), $1, 'Newer ' || n, 'Ozolmuiža', 'en', 'written', 'older people', 'nobody yet', 'So.', 'So.', 'running', moment() + make_interval(secs => n) from generate_series(1, 120) n`, [network?.id]);
  const member = vidzeme.members.find(({ key }) => key === "ilze")?.member;
  const today = await within(place, (db) => runningProjects(db, { id: member, kind: "member" } as unknown as Actor, 200));
  const some = await within(place, (db) => runningProjects(db, { id: member, kind: "member" } as unknown as Actor, 8));
  expect(some.map(({ id }) => id)).toContain(mine);
  expect(some).toHaveLength(8);
  expect(new Set(today.map(({ id }) => id)).size).toBe(today.length);
});

test("the forms stand also where the deed cannot be done now, empty: what a no brings back finds its place without script", async () => {
  const ilze = await as("ilze");
  const { idea, project } = await anAdopted(ilze);
  const drawn = async (page: () => Promise<unknown>) => JSON.stringify(await ilze.sees(page));
  expect(await drawn(() => NewProjectPage(props({}, { idea })))).toMatch(/"kind":"adopt".*"now":false/);
  expect(await drawn(() => NewProjectPage(props()))).toMatch(/"kind":"begin".*"now":true/);
  expect(await drawn(() => LogPage(props({ project })))).toMatch(/"project":"[^"]*".*"now":false/);
  expect(await drawn(() => IdeaPage(props({ idea })))).toMatch(/"adopted":true/);
  const running = await aProject(ilze);
  await ilze.does(logActivity, { id: idea, project: running, happenedOn: (await world.rows<{ day: string }>(vidzeme, "select (moment() at time zone 'Europe/Riga')::date::text as day"))[0]?.day ?? "", what: "We sang." });
  await ilze.does(takeBackActivity, { activity: idea });
  expect(await drawn(() => ActivityPage(props({ project: running, activity: idea })))).toMatch(/"activity":"[^"]*".*"now":false/);
});
