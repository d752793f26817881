/** A network of its own with a few ideas, micro projects and activities, small enough to be counted by hand; it is 10 May 2031. */
import { randomUUID } from "node:crypto";
import { insert, make, type Row } from "#tests/isolation/rows.ts";
import { vidzeme, type World } from "#tests/support/people.ts";

export const now = "2031-05-10T09:00:00Z";
export const slug = "roku-darbs";
const sign = { language: "en", origin: "written" };

/** Puts the rows in, and the clock of this database to the day on which they are looked at. */
export async function aNetworkToCount({ owner }: World): Promise<{ network: string }> {
  await owner.query(`create or replace function moment() returns timestamptz language sql stable parallel safe as $$ select '${now}'::timestamptz $$`);
  await owner.query("begin");
  await owner.query("select set_config('app.provider_id', $1, true)", [vidzeme.id]);
  const [member, author] = [vidzeme.members[0]?.member, vidzeme.participants[0]?.participant];
  const network = String((await make(owner, "networks", { slug, name: "Roku darbs" })).id);

  const idea = async (said: string, answers: string[] = []) => {
    const { id } = await insert(owner, "ideas", { id: randomUUID(), network_id: network, what: `A secret wish of ${said}`, for_whom: "for my secret neighbour", we_have: "", ...sign, author_id: author, spoke: "self", created_at: said });
    const [latest, former] = [answers.at(-1), answers.slice(0, -1)];
    if (latest) await insert(owner, "answers", { idea_id: id, text: `A private reply of ${latest}`, ...sign, author_id: member, version: answers.length, written_at: latest });
    for (const [at, written] of former.entries()) await insert(owner, "answer_versions", { idea_id: id, version: at + 1, text: `A private reply of ${written}`, language: "en", author_id: member, written_at: written });
    return id;
  };
  await idea("2030-12-31T21:30:00Z", ["2031-01-28T21:59:59Z"]); // half past eleven on New Year's Eve in Riga: due 28 January, answered in its last second
  await idea("2030-12-31T22:30:00Z", ["2031-01-29T22:00:00Z"]); // an hour later it is January: due on the 29th, answered as the 30th begins
  const later = await idea("2031-01-10T10:00:00Z", ["2031-01-15T10:00:00Z", "2031-03-20T10:00:00Z"]); // in time, and changed long after
  await idea("2031-03-10T10:00:00Z"); // due on 7 April, never answered
  const adopted = await idea("2031-03-31T20:30:00Z", ["2031-04-02T10:00:00Z"]); // half past eleven on the last evening of March: due on 28 April
  await idea("2031-04-20T10:00:00Z"); // due on 18 May, which has not come
  await insert(owner, "deferrals", { idea_id: later, answer_version: 2 });

  const project = async (title: string, steps: [string, string][]) => {
    const [[, formed] = ["", now]] = steps;
    const { id } = await insert(owner, "projects", { id: randomUUID(), network_id: network, title, place: "Roku darbs", ...sign, focus_group: "older people", owner: "nobody yet", owner_reason: "A private reason", created_at: formed });
    for (const [step, at] of steps) await insert(owner, "project_steps", { id: randomUUID(), project_id: id, step, why: "A private why", language: "en", member_id: member, at });
    return id;
  };
  const choir = await project("The choir", [["formed", "2030-11-05T10:00:00Z"], ["started", "2030-12-01T10:00:00Z"], ["closed", "2031-03-31T20:59:00Z"]]);
  const oven = await project("The oven", [["formed", "2031-01-05T10:00:00Z"], ["started", "2031-01-06T10:00:00Z"], ["paused", "2031-02-01T10:00:00Z"], ["resumed", "2031-03-31T21:00:00Z"]]);
  await project("The boat", [["formed", "2031-04-01T10:00:00Z"], ["stopped", "2031-05-01T10:00:00Z"]]);
  await insert(owner, "adoptions", { idea_id: adopted, project_id: oven, member_id: member });

  const activity = (projectId: unknown, day: string, counts: Row) =>
    insert(owner, "activities", { id: randomUUID(), project_id: projectId, network_id: network, happened_on: day, what: "A private diary", surprised: "A private surprise", next: "", ...sign, author_id: member, ...counts });
  await activity(choir, "2030-12-31", { newcomers: 5, regulars: 5, children: 1, minutes: 60 });
  await activity(oven, "2031-03-31", { newcomers: 3, regulars: 4, children: 2, minutes: 90 });
  await activity(oven, "2031-04-01", { newcomers: 1, regulars: 0, children: 0, minutes: 30 });
  await activity(oven, "2031-04-02", { newcomers: 500, regulars: 500, children: 100, minutes: 6_000, state: "taken back" });
  await owner.query("commit");
  return { network };
}

/** So many more ideas in the second quarter of 2030, for a list of several pages; every three at the same moment. */
export async function manyMore({ owner }: World, network: string, count: number): Promise<void> {
  await owner.query("begin");
  await owner.query("select set_config('app.provider_id', $1, true)", [vidzeme.id]);
  for (let at = 0; at < count; at += 1) {
    await insert(owner, "ideas", { id: randomUUID(), network_id: network, what: "A secret wish", for_whom: "", we_have: "", ...sign, author_id: vidzeme.participants[0]?.participant, spoke: "self", created_at: new Date(Date.parse("2030-05-01T10:00:00Z") + Math.floor(at / 3) * 60_000) });
  }
  await owner.query("commit");
}
