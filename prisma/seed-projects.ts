import type pg from "pg";
import { idFor } from "#prisma/chance.ts";
import type { ProjectInWorld, ProviderInWorld } from "#prisma/world-types.ts";

type Running = ProjectInWorld & { networkId: string; language: string; focusGroup: string; state: string };

// The day something happened: counted back from today and, where the day of the week is given, further back to that day.
const day = `(moment()::date - "daysAgo" - coalesce((extract(isodow from moment()::date - "daysAgo")::int - weekday + 7) % 7, 0))`;

/** A provider's micro projects with their steps, people, endings and diaries; the transaction's provider and time zone are set. */
export async function seedProjects(client: pg.ClientBase, { networks }: ProviderInWorld): Promise<void> {
  const projects = networks.flatMap(({ id, language, focusGroup, projects = [] }) =>
    projects.map((project): Running => ({ ...project, networkId: id, language, focusGroup, state: stateAfter(project.steps.at(-1)?.step) })));
  if (!projects.length) return;
  await begin(client, projects);
  await step(client, projects);
  await name(client, projects);
  await log(client, projects);
}

const stateAfter = (step: string | undefined) => ({ formed: "forming", paused: "paused", closed: "closed", stopped: "stopped" })[String(step)] ?? "running";

/** The oldest gets the lowest number. */
async function begin(client: pg.ClientBase, projects: Running[]): Promise<void> {
  const rows = projects.map(({ id, networkId, title, place, language, origin, focusGroup, planned, currency, state, owner, group, from, steps }) => ({
    id, networkId, title, place, language, origin, focusGroup, planned, currency, state, owner: "group" in owner ? "group" : "called" in owner ? "end user" : "nobody yet",
    ownerCalled: "called" in owner ? owner.called : null, ownerReason: "reason" in owner ? owner.reason : null, group: "group" in owner ? owner.group : group,
    withoutIdea: "without" in from ? from.without : null, daysAgo: steps[0]?.daysAgo, at: "10:20",
  }));
  await client.query(
    `insert into projects (id, network_id, title, place, language, origin, focus_group, group_id, owner, owner_called, owner_reason, planned, currency, without_idea, state, created_at)
     select id, "networkId", title, place, language, coalesce(origin, 'written'), "focusGroup", "group", owner, "ownerCalled", "ownerReason",
       planned, case when planned is not null then coalesce(currency, 'EUR') end, "withoutIdea", state, moment()::date - "daysAgo" + at
     from jsonb_to_recordset($1) as each (id uuid, "networkId" uuid, title text, place text, language text, origin text, "focusGroup" text, "group" uuid,
       owner text, "ownerCalled" text, "ownerReason" text, planned int, currency text, "withoutIdea" text, state text, "daysAgo" int, at time)
     order by "daysAgo" desc, id`,
    [JSON.stringify(rows)],
  );
  await client.query(
    `insert into adoptions (idea_id, project_id, member_id, at)
     select idea, id, by, moment()::date - "daysAgo" + time '10:20' from jsonb_to_recordset($1) as each (idea uuid, id uuid, by uuid, "daysAgo" int)`,
    [JSON.stringify(projects.flatMap(({ id, from, steps: [formed] }) => ("idea" in from ? [{ id, idea: from.idea, ...formed }] : [])))],
  );
}

async function step(client: pg.ClientBase, projects: Running[]): Promise<void> {
  await client.query(
    `insert into project_steps (id, project_id, step, why, language, member_id, at)
     select gen_random_uuid(), project, step, coalesce(why, ''), language, by, moment()::date - "daysAgo" + time '10:20' + n * interval '7 minutes'
     from jsonb_to_recordset($1) as each (project uuid, step text, why text, language text, by uuid, "daysAgo" int, n int)`,
    [JSON.stringify(projects.flatMap(({ id, language, steps }) => steps.map((one, n) => ({ ...one, project: id, language, n }))))],
  );
  await client.query(
    `insert into closings (step_id, project_id, outcome, goes_on_as, told, learned, language)
     select project_steps.id, project_id, outcome, "goesOnAs", told, learned, each.language
     from jsonb_to_recordset($1) as each (id uuid, outcome text, "goesOnAs" text, told text, learned text, language text)
     join project_steps on project_id = each.id and step = 'closed'`,
    [JSON.stringify(projects.flatMap(({ id, language, closing }) => (closing ? [{ id, language, ...closing }] : [])))],
  );
}

async function name(client: pg.ClientBase, projects: Running[]): Promise<void> {
  await client.query(
    `insert into project_people (id, project_id, role, member_id, called, named_by, since, ended_at)
     select gen_random_uuid(), project, role, member, called, by, moment()::date - "daysAgo" + time '10:45', moment()::date - "endedDaysAgo" + time '16:10'
     from jsonb_to_recordset($1) as each (project uuid, role text, member uuid, called text, by uuid, "daysAgo" int, "endedDaysAgo" int)`,
    [JSON.stringify(projects.flatMap(({ id, people, steps: [formed] }) => people.map((person) => ({ ...person, project: id, by: formed?.by }))))],
  );
}

async function log(client: pg.ClientBase, projects: Running[]): Promise<void> {
  const activities = projects.flatMap(({ id, networkId, language, origin, weekday, activities }) =>
    activities.map((activity, n) => ({ ...activity, id: idFor("activity", id, n), project: id, networkId, language, origin, weekday })));
  const each = (words: string) => `from jsonb_to_recordset(${words}) as each (id uuid, project uuid, "networkId" uuid, language text, origin text, weekday int, "daysAgo" int, by uuid,
    what text, surprised text, next text, newcomers int, regulars int, children int, minutes int, changed boolean, "takenBack" boolean)`;
  const rows = activities.map(({ former, ...activity }) => ({ ...activity, changed: Boolean(former) }));
  await client.query(
    `insert into activities (id, project_id, network_id, happened_on, what, surprised, next, newcomers, regulars, children, minutes, language, origin, state, version, author_id, written_at, created_at)
     select id, project, "networkId", ${day}, what, coalesce(surprised, ''), coalesce(next, ''), newcomers, regulars, children, minutes, language, coalesce(origin, 'written'),
       case when "takenBack" then 'taken back' else 'logged' end, case when changed then 2 else 1 end, by,
       case when changed then ${day} + 1 + time '09:10' else ${day} + time '18:40' end, ${day} + time '18:40' ${each("$1")}`,
    [JSON.stringify(rows)],
  );
  await client.query(
    `insert into activity_versions (activity_id, version, happened_on, what, surprised, next, newcomers, regulars, children, minutes, language, author_id, written_at)
     select id, 1, ${day}, what, coalesce(surprised, ''), coalesce(next, ''), newcomers, regulars, children, minutes, language, by, ${day} + time '18:40' ${each("$1")}`,
    [JSON.stringify(activities.flatMap(({ former, ...activity }) => (former ? [{ ...activity, surprised: "", next: "", ...former }] : [])))],
  );
  await client.query(
    `insert into activity_steps (id, activity_id, step, member_id, at)
     select gen_random_uuid(), id, 'logged', by, ${day} + time '18:40' ${each("$1")}
     union all select gen_random_uuid(), id, 'taken back', by, ${day} + 1 + time '09:10' ${each("$1")} where "takenBack"`,
    [JSON.stringify(rows)],
  );
}
